import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { faultsOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const steering = { person: "steering" };
const screens = 6;
const path = "/projects/hoppu/meeting";

const screen = (page: Page) => new URL(page.url()).searchParams.get("screen") ?? "1";
const bar = (page: Page) => page.locator(".meeting-bar");
const numberIn = (text: string | null) => Number(/\d+/.exec(text ?? "")?.[0] ?? 0);

describe("the meeting view", () => {
  test("goes from screen to screen by every key, and its address keeps the screen", async () => {
    await using shown = await open(`${path}?asOf=2024-06-30`, { person: steering });
    const { page, complaints } = shown;
    await bar(page).waitFor();
    expect(await page.locator(".top, .foot").filter({ visible: true }).count()).toBe(0);
    const steps = [
      ["PageDown", "2"],
      ["ArrowRight", "3"],
      [" ", "4"],
      ["Shift+ ", "3"],
      ["PageUp", "2"],
      ["ArrowLeft", "1"],
      ["ArrowLeft", "1"],
      ["End", "6"],
      ["PageDown", "6"],
      ["Home", "1"],
      ["5", "5"],
      ["9", "5"],
    ] as const;
    for (const [key, to] of steps) {
      await page.keyboard.press(key);
      await expect.poll(() => screen(page), { message: key }).toBe(to);
      await expect
        .poll(() => page.locator(".meeting > [role=status]").textContent(), { message: key })
        .toContain(`Näkymä ${to}/${screens}`);
    }
    const heading = await page.locator(".meeting h1").innerText();
    await page.reload();
    await bar(page).waitFor();
    expect(await page.locator(".meeting h1").innerText()).toBe(heading);
    await page.keyboard.press("f");
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator(".tabs").waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      "/projects/hoppu?asOf=2024-06-30",
    );
    expect(await page.evaluate(() => document.fullscreenElement)).toBe(null);
    expect(complaints).toEqual([]);
  });

  test("leaves keys to the field that is typed in, and to who works with other keys", async () => {
    await using shown = await open(`${path}?screen=4`, { person: steering });
    const { page } = shown;
    await page.getByLabel("Raportista lähtien").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("1");
    expect(screen(page)).toBe("4");
    await bar(page).getByRole("button", { name: "Seuraava näkymä" }).focus();
    await page.keyboard.press("Control+1");
    await page.keyboard.press(" ");
    await expect.poll(() => screen(page)).toBe("5");
  });

  test("explains its percentage, and the keys are the explanation's as long as it is open", async () => {
    await using shown = await open(path, { person: steering });
    const { page } = shown;
    await page.locator(".overview-percent .percent").click();
    await page.locator(".explained").waitFor();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(screen(page)).toBe("1");
    await page.keyboard.press("PageDown");
    await expect.poll(() => screen(page)).toBe("2");
  });

  test("lets the keys scroll where there is more than a window holds", async () => {
    await using shown = await open(`${path}?screen=3`, { person: steering, width: 390 });
    const { page } = shown;
    await bar(page).waitFor();
    await page.keyboard.press("PageDown");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect(screen(page)).toBe("3");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => screen(page)).toBe("4");
  });

  test("turns by a finger that goes sideways, and not by one that scrolls", async () => {
    await using shown = await open(path, { person: steering, width: 390 });
    const { page } = shown;
    await bar(page).waitFor();
    const swipe = (across: number, down: number) =>
      page.locator(".meeting").evaluate(
        (target, [dx, dy]) => {
          const at = (clientX: number, clientY: number) =>
            new Touch({ identifier: 1, target, clientX, clientY });
          const fire = (type: string, touch: Touch) =>
            target.dispatchEvent(
              new TouchEvent(type, {
                bubbles: true,
                touches: type === "touchend" ? [] : [touch],
                changedTouches: [touch],
              }),
            );
          fire("touchstart", at(200, 200));
          fire("touchend", at(200 + (dx ?? 0), 200 + (dy ?? 0)));
        },
        [across, down],
      );
    await swipe(-120, 20);
    await expect.poll(() => screen(page)).toBe("2");
    await swipe(-100, 300);
    await swipe(-30, 0);
    expect(screen(page)).toBe("2");
    await swipe(120, 0);
    await expect.poll(() => screen(page)).toBe("1");
    expect(await faultsOf(page)).toEqual([]);
  });

  const SIZES = [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
  ];

  test.each(SIZES)("can be read from the back at $width × $height, whole", async (size) => {
    await using shown = await open(path, { person: steering });
    const { page } = shown;
    await page.setViewportSize(size);
    await bar(page).waitFor();
    for (let number = 1; number <= screens; number += 1) {
      await page.keyboard.press(String(number));
      await page.locator(".screen h1").waitFor();
      await expect.poll(() => faultsInLayout(page), { message: `screen ${number}` }).toEqual([]);
    }
  });

  test("says how much there is besides what fits", async () => {
    await using shown = await open(`${path}?asOf=2024-06-30&screen=4`, { person: steering });
    const { page } = shown;
    await page.setViewportSize({ width: 1024, height: 700 });
    const lines = page.locator(".change-moves li");
    await page.locator(".fitting-more").waitFor();
    const some = await lines.count();
    const more = numberIn(await page.locator(".fitting-more").textContent());
    // As wide as that, all stand side by side.
    await page.setViewportSize({ width: 3200, height: 700 });
    await page.locator(".fitting-more").waitFor({ state: "detached" });
    expect(more).toBeGreaterThan(0);
    expect(await lines.count()).toBe(some + more);
  });

  test("compares with the report or the day that is chosen", async () => {
    await using shown = await open(`${path}?screen=4`, { person: steering });
    const { page } = shown;
    await page.getByLabel("Raportista lähtien").selectOption({ label: "Väliraportti 2/2023" });
    await page.locator(".meeting h1").filter({ hasText: "19.1.2024" }).waitFor();
    await page.getByLabel("Päivästä lähtien").fill("2025-03-31");
    await page.locator(".meeting h1").filter({ hasText: "31.3.2025" }).waitFor();
    await page.reload();
    await page.locator(".meeting h1").filter({ hasText: "31.3.2025" }).waitFor();
  });
});

/** What is too small (under 2.2 % of the height), cut, outside of the window, or scrolls. */
function faultsInLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foot = document.querySelector(".meeting-bar")?.getBoundingClientRect().top ?? 0;
    const scrolls = document.documentElement.scrollHeight > innerHeight ? ["it scrolls"] : [];
    const seen = [...document.querySelectorAll(".meeting *")].filter(
      (one) => !one.closest(".hidden-visually, svg") && one.getBoundingClientRect().width > 0,
    );
    const hasText = (one: Element) =>
      [...one.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
    const small = seen.filter(
      (one) => hasText(one) && parseFloat(getComputedStyle(one).fontSize) < 0.0219 * innerHeight,
    );
    const outside = seen.filter((one) => {
      const { right, bottom } = one.getBoundingClientRect();
      return right > innerWidth + 1 || (one.closest(".screen") && bottom > foot + 1);
    });
    const cut = seen.filter(
      (one) => one.matches("li, h1, dd") && one.scrollWidth > one.clientWidth + 1 && hasText(one),
    );
    const told = (fault: string) => (one: Element) => `${fault}: ${one.textContent?.slice(0, 40)}`;
    return [
      ...scrolls,
      ...small.map(told("small")),
      ...outside.map(told("outside")),
      ...cut.map(told("cut")),
    ];
  });
}
