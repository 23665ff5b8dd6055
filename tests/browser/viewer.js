// The page as its readers see it: everything that tests do and look at, in words. Nothing else knows roles and names.

import { readFileSync } from 'node:fs';

export class Viewer {
  #page;

  constructor(page) {
    this.#page = page;
    // Listening from the start keeps the browser's own window for files closed, however fast a test is.
    page.on('filechooser', () => {});
  }

  // The page as a whole

  get page() {
    return this.#page;
  }

  /** Waits until the page can be used. */
  async isReady() {
    await this.startHeading.waitFor();
  }

  get startHeading() {
    return this.#page.getByRole('heading', { level: 1 });
  }

  /** What was said last to those who do not see the page. */
  get announcement() {
    return this.#page.locator('#announcement');
  }

  button(name) {
    return this.#page.getByRole('button', { name, exact: true }).and(this.#page.locator('button'));
  }

  async press(...keys) {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Presses Tab until an element has the focus, as someone without a mouse does. */
  async tabTo(element) {
    const mostStops = 200;
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await this.#hasFocus(element)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab does not lead to ${element}`);
  }

  async speak(language) {
    await this.button(language).click();
  }

  async dress(theme) {
    await this.#page.getByRole('combobox', { name: /^(Kleuren|Colours)$/ }).selectOption(theme);
  }

  // When the page cannot go on

  get startTrouble() {
    return this.#page.getByRole('alert').filter({ hasText: 'De begrotingskijker kan hier niet starten.' });
  }

  get crashMessage() {
    return this.#page.getByRole('alert').filter({ hasText: 'Er ging iets mis in de begrotingskijker.' });
  }

  get wordsWithoutScripts() {
    return this.#page.locator('noscript p').first();
  }

  async startAgain() {
    await this.button('Opnieuw beginnen met dezelfde bestanden').click();
  }

  // Ways to open documents

  async drop(...paths) {
    const session = await this.#page.context().newCDPSession(this.#page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
    }
    await session.detach();
  }

  async chooseFiles(...paths) {
    await this.#choose('Bestanden kiezen', paths);
  }

  async chooseFolder(path) {
    await this.#choose('Map kiezen', path);
  }

  async paste(text) {
    await this.button('Tekst plakken').click();
    await this.#page.getByRole('textbox', { name: 'De tekst' }).fill(text);
    await this.button('Lezen').click();
  }

  async openSamples() {
    await this.button('Voorbeelden openen').click();
    await this.finished(5);
  }

  async #choose(name, paths) {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.button(name).click();
    await (await chooser).setFiles(paths);
  }

  // Reading

  get progress() {
    return this.#page.getByRole('progressbar', { name: 'Bezig met lezen' });
  }

  /** Waits until reading is over, and so many documents were read and files were not. */
  async finished(read, failed = 0) {
    const words = `${read === 1 ? '1 document' : `${read} documenten`} gelezen`;
    const rest = failed === 0 ? '.' : `, ${failed === 1 ? '1 bestand' : `${failed} bestanden`} niet.`;
    await this.announcement.getByText(words + rest).waitFor({ state: 'attached' });
  }

  /** Messages about files that were not read. */
  get notices() {
    return this.#page.getByRole('alert');
  }

  noticeAbout(name) {
    return this.notices.filter({ has: this.#page.getByRole('heading', { name: `${name} is niet gelezen` }) });
  }

  // The list of documents

  get documentList() {
    return this.#page.getByRole('navigation', { name: 'Documenten' });
  }

  /** The names of the files in the list. */
  async documentFiles() {
    return (await this.documentList.locator('.document-file').allTextContents()).sort();
  }

  document(file) {
    return this.documentList.getByRole('button', { name: file }).and(this.documentList.locator('.document-link'));
  }

  async removeEverything() {
    await this.#unfoldDocumentList();
    await this.button('Alles verwijderen').click();
  }

  async remove(file) {
    await this.documentList.getByRole('button', { name: new RegExp(`^Verwijder .*${file}`) }).click();
  }

  // Several documents

  screenOfSeveral(name) {
    return this.documentList.getByRole('button', { name, exact: true });
  }

  /** Opens a screen of several documents. */
  async showSeveral(name) {
    await this.#unfoldDocumentList();
    await this.screenOfSeveral(name).click();
    await this.#page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  /** Two documents that belong together. */
  offer(name) {
    return this.#page.locator('.offer').filter({ hasText: name });
  }

  async chooseTwo(one, other) {
    for (const [label, name] of [['Het ene document', one], ['Het andere document', other]]) {
      const select = this.#page.getByRole('combobox', { name: label });
      const option = await select.locator('option').filter({ hasText: name }).first().getAttribute('value');
      await select.selectOption(option);
    }
  }

  /** The two documents that are in sight. */
  pair(name) {
    return this.#page.getByRole('region', { name, exact: true });
  }

  table(name) {
    return this.#page.getByRole('table', { name, exact: true });
  }

  // One document

  async show(view) {
    await this.#page.getByRole('tab', { name: view }).click();
  }

  get anyFact() {
    return this.#page.getByRole('tabpanel').locator('button.choosable').first();
  }

  /** The entry of a fact in the list that is shown. */
  fact(words) {
    return this.#page.locator('button.choosable').filter({ hasText: words }).first();
  }

  /** The text itself, which scrolls. */
  get text() {
    return this.#page.locator('.pages');
  }

  /** The mark in the text whose words are these. */
  mark(words) {
    return this.text.locator('mark').filter({ hasText: words }).first();
  }

  get chosenMark() {
    return this.text.locator('mark.chosen').first();
  }

  /** The card of the fact that is chosen. */
  get chosenFact() {
    return this.#page.getByRole('complementary', { name: 'Gekozen feit' });
  }

  // What the checks say

  /** The switches of the verdicts, each with its count: `1 klopt niet`. */
  verdict(words) {
    return this.#page.getByRole('list', { name: 'Uitkomsten' }).getByRole('button', { name: words });
  }

  /** A finding by words of its headline. */
  finding(words) {
    return this.#page.getByRole('tabpanel').locator('.finding').filter({ hasText: words }).first();
  }

  /** The headlines of the findings that are laid out in full. */
  async headlines() {
    return this.#page.getByRole('tabpanel').locator('.finding > h4').allInnerTexts();
  }

  /** Marks a finding, with a note. */
  async note(words, judgement, note) {
    const finding = this.finding(words);
    await finding.getByText('Aantekening maken').click();
    await finding.getByRole('textbox', { name: /^Toelichting/ }).fill(note);
    await finding.getByRole('button', { name: judgement }).click();
  }

  /** Saves the notes, and gives what is in the file. */
  async savedNotes() {
    const download = this.#page.waitForEvent('download');
    await this.button('Bewaar aantekeningen').click();
    return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  }

  async openNotes(path) {
    await this.#choose('Open aantekeningen', path);
  }

  /** Waits until an element is wholly in sight, also inside what scrolls around it. */
  async comesIntoSight(element) {
    await element.evaluate(
      (node) =>
        new Promise((resolve) => {
          const isWhole = ({ intersectionRatio }) => intersectionRatio > 0.99;
          new IntersectionObserver((entries) => entries.some(isWhole) && resolve(), { threshold: [0, 1] }).observe(node);
        }),
    );
  }

  /** Where there is little room the list is folded behind its heading. */
  async #unfoldDocumentList() {
    const folded = this.documentList.getByRole('button', { expanded: false });
    if (await folded.isVisible()) await folded.click();
  }

  async #hasFocus(element) {
    if ((await element.count()) === 0) return false;
    return element.evaluate((node) => node.getRootNode().activeElement === node);
  }
}
