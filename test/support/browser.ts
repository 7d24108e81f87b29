import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const debian = "/usr/bin/chromium";

/** A Chromium of this machine; on Debian, as root, it is installed where none is found. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? installBrowser(),
    args: flags,
    // Where none is set, a browser takes the names of files on disk for ASCII.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
}

function findBrowser(): string | undefined {
  return [
    process.env["ETAPPI_BROWSER"],
    process.env["CHROME_PATH"],
    debian,
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    chromium.executablePath(),
  ].find((path) => path !== undefined && path !== "" && existsSync(path));
}

function installBrowser(): string {
  const aptGet = (...args: string[]) =>
    spawnSync("apt-get", args, { stdio: "ignore" }).status === 0;
  const installed =
    process.getuid?.() === 0 &&
    aptGet("update") &&
    aptGet("install", "-y", "--no-install-recommends", "chromium");
  if (installed && existsSync(debian)) return debian;
  throw new Error(
    "No browser was found: install Chromium or Chrome, or set ETAPPI_BROWSER to the path of one.",
  );
}
