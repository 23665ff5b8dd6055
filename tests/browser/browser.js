// Chromium: the one that `cargo xtask` found, or Debian's.

import { chromium } from 'playwright-core';

const EXECUTABLE = process.env.BEGROTINGSKIJKER_CHROMIUM ?? '/usr/bin/chromium';

// The last one lets no request leave this machine, whatever a page tries.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}
