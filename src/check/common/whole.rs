//! A whole budget of an invented municipality, for the tests of what a whole publication must hold.

/// Two programmes with all that belongs to them, and the seven sections.
pub(in crate::check) const BUDGET: &str = "# Programmabegroting 2025 gemeente Voorbeeldstad

## Programma 1 Wonen

### Wat willen we bereiken?

- Iedereen vindt een huis dat past.

### Wat gaan we daarvoor doen?

- We bouwen 200 woningen aan de rand van de stad.

### Wat mag het kosten?

Baten en lasten programma 1 Wonen (x € 1.000)
\tBegroting 2024\tBegroting 2025
Lasten\t4.305\t4.410
Baten\t1.105\t1.210
Saldo\t-3.200\t-3.200

## Programma 2 Zorg

### Wat willen we bereiken?

- Iedereen krijgt de zorg die nodig is.

### Wat gaan we daarvoor doen?

- We openen een wijkpunt in elke wijk.

### Wat mag het kosten?

Baten en lasten programma 2 Zorg (x € 1.000)
\tBegroting 2024\tBegroting 2025
Lasten\t8.510\t8.700
Baten\t2.210\t2.300
Saldo\t-6.300\t-6.400

# Paragrafen

## Lokale heffingen

De heffingen stijgen niet meer dan de prijzen.

## Weerstandsvermogen en risicobeheersing

De reserves zijn groot genoeg voor de risico's.

## Onderhoud kapitaalgoederen

De wegen zijn op orde.

## Financiering

De gemeente leent weinig.

## Bedrijfsvoering

De organisatie is klein.

## Verbonden partijen

De gemeente werkt met andere samen.

## Grondbeleid

De gemeente koopt geen grond.
";
