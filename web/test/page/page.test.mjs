// The page as somebody uses it, in Chromium.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { bytesBefore, CASES, inBytes, read } from '../goldens.mjs';
import { launch, openPage, OUTPUT, serveSite, SINGLE } from './browser.mjs';

const EXAMPLES = new URL('../../app/examples/', import.meta.url);
const DOCUMENTS = new URL('../../../tests/documents/', import.meta.url);
const DRAFT = readFileSync(new URL('draft.txt', EXAMPLES), 'utf8');

let browser;
let site;
before(async () => {
  mkdirSync(OUTPUT, { recursive: true });
  [browser, site] = await Promise.all([launch(), serveSite()]);
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

/** A test on a page of its own, which must end without a fault. */
function onPage(name, act, options = {}) {
  test(name, { timeout: 120_000 }, async () => {
    const opened = await openPage(browser, options.single ? SINGLE : site.address, options);
    try {
      await act(opened.page, opened);
    } finally {
      await opened.page.screenshot({ path: `${OUTPUT}last-${name.replace(/\W+/g, '-')}.png` }).catch(() => {});
      await opened.context.close();
    }
    assert.deepEqual(opened.faults, []);
  });
}

/** Drops files on the window, as the system's file manager does. */
async function drop(page, files) {
  const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((list) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of list) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, plain);
}

const draft = (page) => drop(page, [{ name: '草稿.txt', bytes: Buffer.from(DRAFT) }]);
const opened = (page) => page.waitForSelector('.paper p');
const messages = (page) => page.locator('.finding .said').allInnerTexts();
const finding = (page, words) => page.locator('.finding', { hasText: words });

/** What the page saves when something is clicked. */
async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function exported(page, choice) {
  await page.click('.menu summary');
  return saved(page, () => page.locator('.menu li button').nth(choice).click());
}

/** Waits until the highlights of a name cover these words; painting follows a click by a moment. */
async function isPainted(page, name, words) {
  const painted = () =>
    page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString()).join('|'), name);
  const fits = (now) => (typeof words === 'string' ? now === words : words.test(now));
  for (let i = 0; i < 40 && !fits(await painted()); i += 1) await page.waitForTimeout(50);
  const now = await painted();
  assert.ok(fits(now), `${name} covers “${now}”, not ${words}`);
}

for (const name of ['report.html', 'report.docx', 'report.pdf']) {
  onPage(`drop ${name}`, async (page, { requests }) => {
    assert.ok(!requests.some((url) => /documents|pdf/.test(url)), 'a module was loaded that nobody needs');
    await drop(page, [{ name, bytes: readFileSync(new URL(name, DOCUMENTS)) }]);
    await opened(page);
    assert.match(await page.locator('.card .file').innerText(), new RegExp(name.split('.')[1], 'i'));
    assert.ok((await page.locator('.parts li.present').count()) > 2);
    await page.click('#tab-values');
    assert.ok((await page.locator('.value').count()) > 10);
    const wanted = name.endsWith('pdf') ? /pdf_bg/ : /documents_bg/;
    const loaded = requests.filter((url) => /(documents|pdf|compare)_bg/.test(url));
    assert.ok(loaded.length === 1 && wanted.test(loaded[0]), loaded.join());
  });
}

onPage('drop RTF, and text in GB18030', async (page) => {
  // 信息公开年度报告 in both.
  const words = [...'信息公开年度报告'].map((c) => `\\u${(c.charCodeAt(0) << 16) >> 16}?`).join('');
  const encoded = [0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6];
  await drop(page, [
    { name: 'a.rtf', bytes: Buffer.from(`{\\rtf1\\ansi ${words}\\par}`) },
    { name: 'b.txt', bytes: encoded },
  ]);
  await page.waitForFunction(() => document.querySelectorAll('.files li.done').length === 2);
  for (const [file, told] of [['a.rtf', 'RTF'], ['b.txt', '按 gb18030 读取']]) {
    await page.click(`.files .name:has-text("${file}")`);
    await page.waitForFunction((name) => document.querySelector('.card .file')?.textContent.includes(name), file);
    // The text is put in a moment after the card.
    await page.waitForFunction(() => document.querySelector('.paper').innerText.trim() === '信息公开年度报告');
    assert.match(await page.locator('.card .file').innerText(), new RegExp(told));
  }
});

onPage('paste', async (page) => {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, DRAFT);
  await opened(page);
  assert.equal(await page.locator('.card h1').innerText(), '澄溪理工学院');
});

onPage('a text in the field of the first page', async (page) => {
  await page.fill('.landing textarea', DRAFT);
  await page.click('.landing form button');
  await opened(page);
  // What is shown is the text, sign for sign.
  const shown = await page.evaluate(() => [...document.querySelectorAll('.paper .group > *')].map((e) => e.textContent).join('\n'));
  assert.equal(shown, DRAFT.replace(/\n$/, ''));
});

onPage('findings lead to their words, words to their findings', async (page) => {
  await draft(page);
  await opened(page);
  await finding(page, '2,496').locator('.head').click();
  await isPainted(page, 'selected', '2,486条');
  await isPainted(page, 'related', '1,352条|614条|287条|141条|102条');
  assert.equal(new URL(page.url()).hash, '#f=RM401-1');
  const box = await page.locator('.paper button.ref.current').boundingBox();
  assert.ok(box.y > 60 && box.y < 860, 'the words are on the screen');
  assert.match(await page.locator('.sum').innerText(), /2,496[\s\S]*2,486[\s\S]*\+10/);
  // And back: the words of another finding open its row.
  await page.locator('.paper mark.warning', { hasText: 'XX' }).click();
  assert.match(await page.locator('.finding.opened .said').innerText(), /占位符/);
});

onPage('values lead to their words, words to their values', async (page) => {
  await draft(page);
  await opened(page);
  await page.click('#tab-values');
  await page.locator('.value', { hasText: '96.3%' }).click();
  await isPainted(page, 'selected', '96.3%');
  const at = await page.evaluate(() => {
    const [range] = [...CSS.highlights.get('fact-measure')].filter((range) => range.toString() === '96条');
    range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(at.x, at.y);
  assert.match(await page.locator('.tip').innerText(), /96条/);
  await page.mouse.click(at.x, at.y);
  assert.match(await page.locator('.value[aria-current=true]').innerText(), /96条/);
});

onPage('kinds of values are switched on and off', async (page) => {
  await draft(page);
  await opened(page);
  await isPainted(page, 'fact-citation', /./);
  await page.click('.chip.citation');
  await isPainted(page, 'fact-citation', '');
  assert.equal(await page.locator('.chip.unclaimed').getAttribute('aria-pressed'), 'false');
});

onPage('numbers that nothing explains', async (page) => {
  const { text } = read(CASES.find((name) => JSON.parse(read(name).expected).unclaimed.length > 0));
  await drop(page, [{ name: 'a.txt', bytes: Buffer.from(text) }]);
  await opened(page);
  await isPainted(page, 'fact-unclaimed', '');
  await page.click('.chip.unclaimed');
  await isPainted(page, 'fact-unclaimed', /\d/);
});

onPage('dismiss, restore, and dismissed after a visit; no word in address or storage', async (page) => {
  await draft(page);
  await opened(page);
  const before = await messages(page);
  await finding(page, 'XX').locator('.head').click();
  await page.click('.finding.opened .actions button:has-text("忽略")');
  assert.equal((await messages(page)).length, before.length - 1);
  assert.match(await page.locator('.dismissed summary').innerText(), /1/);
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  await draft(page);
  await opened(page);
  assert.equal((await messages(page)).length, before.length - 1);
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie, location.href, history.state]));
  assert.doesNotMatch(kept.replace(site.address, ''), /[一-鿿]|草稿|%E/);
  assert.match(kept, /[0-9a-f]{16}/);
  await page.click('.dismissed summary');
  await page.click('.dismissed button');
  assert.deepEqual(await messages(page), before);
});

onPage('a new user: two errors mended, one dismissed, the corrected text exported', async (page) => {
  await draft(page);
  await opened(page);
  const before = await messages(page);
  for (const planted of [/教办厅函〔2014〕23号/, /2,496/, /13，收到 14/, /国务院令第492号/, /“。。”/, /XX/, /2023-08-25/, /5个部分，实际为6/]) {
    assert.ok(before.some((words) => planted.test(words)), `not found: ${planted}`);
  }
  await finding(page, '教办厅函').locator('.head').click();
  await page.click('.finding.opened .primary');
  await page.waitForFunction(() => !document.querySelector('.findings').textContent.includes('教办厅函'));
  // A wrong sum only a person can mend.
  await finding(page, '2,496').locator('.head').click();
  await page.click('.finding.opened .actions button:has-text("自己修改")');
  await page.fill('.own textarea', '2,496条');
  await page.click('.own .primary');
  await page.waitForFunction(() => !document.querySelector('.findings').textContent.includes('2,486'));
  await finding(page, 'XX').locator('.head').click();
  await page.click('.finding.opened .actions button:has-text("忽略")');
  assert.equal((await messages(page)).length, before.length - 3);
  const { name, bytes } = await exported(page, 0);
  assert.equal(name, '草稿-修改后.txt');
  assert.equal(bytes.toString(), DRAFT.replace('教办厅函〔2014〕23号', '教办函〔2014〕23号').replace('2,486条', '2,496条'));
});

onPage('changes are taken back', async (page) => {
  await draft(page);
  await opened(page);
  const before = await messages(page);
  await finding(page, '。。').locator('.head').click();
  await page.click('.finding.opened .primary');
  await page.waitForFunction((n) => document.querySelectorAll('.finding').length < n, before.length);
  await page.click('.notices button:has-text("撤销")');
  await page.waitForFunction((n) => document.querySelectorAll('.finding').length === n, before.length);
  assert.deepEqual(await messages(page), before);
  assert.equal((await exported(page, 0)).bytes.toString(), DRAFT);
});

onPage('a corrected document keeps its tables', async (page) => {
  const cell = (words) => `<td>${words}</td>`;
  const html = `<h1>清远湖学院2021-2022学年信息公开年度报告</h1><p>一、概述</p><p>学校重视信息公开。。</p><p>二、主动公开情况</p>
    <table><tr>${cell('渠道')}${cell('数量（条）')}</tr><tr>${cell('学校网站')}${cell('812')}</tr></table>`;
  await drop(page, [{ name: 'a.html', bytes: Buffer.from(html) }]);
  await opened(page);
  // Not the inner text: a paragraph that was just made may not be laid out yet.
  const cells = () => page.locator('.paper td').allTextContents();
  assert.deepEqual(await cells(), ['渠道', '数量（条）', '学校网站', '812']);
  await finding(page, '。。').locator('.head').click();
  await page.click('.finding.opened .primary');
  await page.waitForFunction(() => !document.querySelector('.findings').textContent.includes('“。。”'));
  assert.deepEqual(await cells(), ['渠道', '数量（条）', '学校网站', '812']);
  await page.click('#tab-values');
  assert.match(await page.locator('.value', { hasText: '812' }).innerText(), /812条/);
});

onPage('exported files, byte for byte', async (page) => {
  const text = '=1+2学院2021年信息公开年度报告\n一、概述\n全年公开信息12条，其中“=SUM(A1)”5条、微信9条。。\n';
  await drop(page, [{ name: '甲.txt', bytes: Buffer.from(text) }]);
  await opened(page);
  const json = await exported(page, 6);
  assert.equal(json.name, '甲.json');
  const report = JSON.parse(json.bytes);
  assert.equal(json.bytes.toString(), `${JSON.stringify(report, null, 2)}\n`);
  assert.deepEqual(report.measures.map(({ span }) => text.slice(...span)), ['12条', '5条', '9条']);
  const excel = await exported(page, 2);
  const plain = await exported(page, 3);
  assert.deepEqual([...excel.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.equal(excel.bytes.subarray(3).toString(), plain.bytes.toString());
  const lines = plain.bytes.toString().split('\r\n');
  assert.equal(lines[0], 'n,code,severity,message,message_en,words,start,end,correction,fingerprint,dismissed');
  assert.equal(lines.length, report.diagnostics.length + 2);
  assert.equal(lines.at(-1), '');
  for (const found of report.diagnostics) {
    const words = text.slice(...found.span).slice(0, 200);
    const cell = (value) => {
      const formula = /^[=+\-@\t\r＝＋－＠]/.test(value);
      const safe = formula ? `'${value}` : value;
      return formula || /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const row = [found.code, found.severity, found.message, found.message_en, words, ...found.span.map(String), found.fix?.replacement ?? '', found.fingerprint, '0'];
    assert.ok(lines.some((line) => line.endsWith(`,${row.map(cell).join(',')}`)), row.join());
  }
  const values = (await exported(page, 5)).bytes.toString().split('\r\n');
  assert.equal(values[0], 'path,label,value,unit,words,start,end');
  assert.ok(values.some((line) => /^measures\.0,.*,12,条,12条,\d+,\d+$/.test(line)), values.join('\n'));
  assert.ok(!values.some((line) => /(^|,)"?[=+@]/.test(line)), 'a cell is a formula');
});

onPage('many files, a broken one among them; overview, sorting, export', async (page) => {
  const name = (file, bytes) => ({ name: file, bytes });
  await drop(page, [
    ...['draft', '2022', '2021'].map((year) => name(`${year}.txt`, readFileSync(new URL(`${year}.txt`, EXAMPLES)))),
    name('picture.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    name('a.pdf', readFileSync(new URL('report.pdf', DOCUMENTS))),
  ]);
  await page.waitForFunction(() => document.querySelectorAll('.files li.done').length === 4);
  assert.match(await page.locator('.files li.failed').innerText(), /图片/);
  await page.click('.views button >> nth=0');
  const column = (n) => page.locator(`.overview tbody tr td:nth-child(${n})`).allInnerTexts();
  await page.click('.overview thead button:has-text("错误")');
  const errors = (await column(4)).map(Number);
  assert.deepEqual(errors, [...errors].sort((a, b) => b - a));
  assert.equal(await page.locator('.overview thead th[aria-sort=descending]').innerText(), '错误 ↓');
  await page.waitForSelector('.trends svg');
  const { bytes } = await saved(page, () => page.click('.several .heading .actions button'));
  assert.match(bytes.toString(), /^\ufefffile,institution,year[\s\S]*picture\.png[^\r]*图片/);
  await page.click('.overview tbody button.link:has-text("picture")');
  assert.match(await page.locator('.wait').innerText(), /没能读取[\s\S]*图片/);
});

onPage('two reports beside each other', async (page) => {
  await drop(page, ['2022', '2021'].map((year) => ({ name: `${year}.txt`, bytes: readFileSync(new URL(`${year}.txt`, EXAMPLES)) })));
  await page.waitForFunction(() => document.querySelectorAll('.files li.done').length === 2);
  await page.click('.views button >> nth=1');
  await page.waitForSelector('.changes');
  const row = page.locator('.changes tr', { hasText: '收到申请' }).first();
  assert.match((await row.innerText()).replace(/\s+/g, ' '), /8件 11件 \+3/);
  await isPainted(page, 'carried-right', /学校党委把信息公开列入年度重点工作/);
  await row.locator('.link').last().click();
  await page.waitForFunction(() => [...(CSS.highlights.get('carried-right-go') ?? [])].join('').includes('11件'));
});

onPage('by keyboard alone', async (page) => {
  const tabTo = async (selector) => {
    for (let i = 0; i < 150; i += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
    }
    assert.fail(`no way to ${selector}`);
  };
  await tabTo('.examples button');
  await page.keyboard.press('Enter');
  await opened(page);
  await page.keyboard.press('j');
  assert.match(await page.locator('.finding.opened .said').innerText(), /教办厅函/);
  await tabTo('.finding.opened .primary');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('.findings').textContent.includes('教办厅函'));
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('.findings').textContent.includes('教办厅函'));
  await page.keyboard.press('k');
  assert.equal(await page.locator('.finding.opened').count(), 1);
  await tabTo('#tab-findings');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('#tab-values').getAttribute('aria-selected'), 'true');
  await tabTo('.value');
  await page.keyboard.press('Enter');
  await isPainted(page, 'selected', /./);
  await tabTo('button.ref');
});

onPage('English', async (page) => {
  await page.click('text=English');
  await draft(page);
  await opened(page);
  assert.match((await messages(page)).join('\n'), /the parts do not make up the total/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  const chrome = await page.locator('.toolbar, .tabs, .legend, .summary').allInnerTexts();
  assert.doesNotMatch(chrome.join('').replace('中文', ''), /[一-鿿]/);
});

onPage('find in the text', async (page) => {
  await draft(page);
  await opened(page);
  await page.click('#tab-search');
  await page.fill('.search input', '信息公开');
  assert.equal(await page.locator('.hits li').count(), DRAFT.split('信息公开').length - 1);
  await isPainted(page, 'found', /^信息公开(\|信息公开)+$/);
});

onPage('hostile texts stay text', async (page) => {
  const nasty = [
    '清溪<script>window.hurt = 1</script>学院2021年信息公开年度报告',
    '一、概述',
    '<img src=x onerror="window.hurt=2"> [见](javascript:window.hurt=3) javascript:alert(1)',
    '公开信息\u202e12条\u202c，其中网站7条、\u2066微信6条\u2069。<b>粗</b>&lt;&amp;',
    '二、主动公开情况',
    '</textarea></script><svg onload=window.hurt=4>共公开信息20条，其中网站9条、微信9条。',
  ].join('\n');
  await drop(page, [{ name: '<img src=x onerror=window.hurt=5>.txt', bytes: Buffer.from(nasty) }]);
  await opened(page);
  for (const tab of ['findings', 'values', 'outline', 'charts', 'search']) await page.click(`#tab-${tab}`);
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  assert.equal(await page.locator('#app script, #app img, .paper b, .paper svg').count(), 0);
  assert.match(await page.locator('.paper').innerText(), /<script>window\.hurt = 1<\/script>/);
  const page2 = '<p>a学院2021年信息公开年度报告</p><p>一、概述</p><p><a href="javascript:window.hurt=6">公开信息12条</a></p><script>window.hurt=7</script>';
  await drop(page, [{ name: 'b.html', bytes: Buffer.from(page2) }]);
  await page.waitForFunction(() => document.querySelectorAll('.files li.done').length === 2);
  await page.locator('.files .name').last().click();
  assert.equal(await page.locator('#app a[href^="javascript"]').count(), 0);
  assert.equal(await page.evaluate(() => window.hurt), undefined);
});

onPage('ten megabytes do not freeze the page', async (page) => {
  const line = '学校主动公开信息1,234条，其中网站800条、微信434条。';
  const head = '清远湖学院2021-2022学年信息公开年度报告\n一、概述\n';
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const beat = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  });
  await page.evaluate(
    ([head, line]) => {
      const rows = Math.ceil((10 * 2 ** 20) / (line.length * 3));
      const transfer = new DataTransfer();
      transfer.items.add(new File([head + `${line}\n`.repeat(rows)], 'big.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [head, line],
  );
  await page.waitForSelector('.paper p, .wait code', { timeout: 90_000 });
  assert.equal(await page.locator('.paper p').first().isVisible(), true);
  await page.waitForTimeout(1500);
  const longest = await page.evaluate(() => window.longest);
  console.log(`10 MB: longest pause ${Math.round(longest)} ms`);
  assert.ok(longest < 6000, `the page froze for ${longest} ms`);
});

onPage('the golden reports in Chromium', async (page) => {
  // The package itself, from a module of the page's own origin.
  for (const name of CASES) {
    const { text, expected } = read(name);
    const report = await page.evaluate(
      async ([name, text]) => {
        const worker = (window.rm ??= new Worker([...performance.getEntriesByType('resource')].find(({ name }) => /worker-/.test(name)).name, { type: 'module' }));
        const ask = (message, wanted) =>
          new Promise((resolve) => {
            worker.addEventListener('message', function heard({ data }) {
              if (data.type !== wanted) return;
              worker.removeEventListener('message', heard);
              resolve(data);
            });
            worker.postMessage(message);
          });
        if (!window.started) await ask({ type: 'start', brought: [], urls: {} }, 'ready');
        window.started = true;
        return (await ask({ type: 'call', id: 1, method: 'parse', args: [text, { source: name }] }, 'value')).value;
      },
      [name, text],
    );
    assert.equal(`${JSON.stringify(inBytes(report, bytesBefore(text)), null, 2)}\n`, expected, name);
  }
});

onPage('the page in a single file', async (page) => {
  assert.match(await page.locator('meta[http-equiv]').getAttribute('content'), /connect-src 'none'/);
  await drop(page, [
    { name: 'a.txt', bytes: Buffer.from(DRAFT) },
    { name: 'b.docx', bytes: readFileSync(new URL('report.docx', DOCUMENTS)) },
    { name: 'c.pdf', bytes: readFileSync(new URL('report.pdf', DOCUMENTS)) },
  ]);
  await page.waitForFunction(() => document.querySelectorAll('.files li.done').length === 3);
  await page.click('.views button >> nth=1');
  await page.waitForSelector('.changes');
  await page.click('.files .name >> nth=0');
  await page.click('#tab-charts');
  await page.waitForSelector('.chart svg');
}, { single: true });

onPage('an example is shown within a second', async (page) => {
  const took = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector('.examples button').click();
    while (!document.querySelector('.finding')) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  console.log(`example shown after ${Math.round(took)} ms`);
  assert.ok(took < 1000, `${took} ms`);
});

onPage(
  'offline after the first visit',
  async (page, { context }) => {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // Also the modules that only some files need.
    await page.evaluate(async () => {
      const kept = async () => {
        const name = (await caches.keys()).find((name) => name.startsWith('report-model-'));
        const all = name ? await (await caches.open(name)).keys() : [];
        return all.filter(({ url }) => url.endsWith('.wasm')).length;
      };
      while ((await kept()) < 4) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await drop(page, [
      { name: 'a.txt', bytes: Buffer.from(DRAFT) },
      { name: 'b.docx', bytes: readFileSync(new URL('report.docx', DOCUMENTS)) },
      { name: 'c.pdf', bytes: readFileSync(new URL('report.pdf', DOCUMENTS)) },
    ]);
    await page.waitForFunction(() => document.querySelectorAll('.files li.done').length === 3);
  },
  { serviceWorkers: 'allow' },
);

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** No violation of WCAG A and AA, nor of what axe calls good practice. */
async function accessible(page, where) {
  // Through the browser's own door: the page's policy lets no script in.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`);
  });
  assert.deepEqual(found, [], where);
}

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 },
};

for (const [look, options] of Object.entries(LOOKS)) {
  onPage(
    `accessible and pictured: ${look}`,
    async (page) => {
      let n = 0;
      const shot = async (name) => {
        await accessible(page, name);
        await page.screenshot({ path: `${OUTPUT}${look}-${(n += 1)}-${name}.png` });
      };
      await shot('first');
      await page.click('.privacy summary');
      await shot('privacy');
      await page.click('.examples button >> nth=0');
      await opened(page);
      await shot('report');
      await page.click('#tab-findings');
      await finding(page, '2,496').locator('.head').click();
      await isPainted(page, 'selected', /./);
      await shot('finding');
      await page.click('.finding.opened .actions button:has-text("自己修改")');
      await shot('edit');
      for (const tab of ['values', 'outline', 'charts', 'search']) {
        await page.click(`#tab-${tab}`);
        if (tab === 'charts') await page.waitForSelector('.chart svg');
        if (tab === 'search') await page.fill('.search input', '信息公开');
        await shot(tab);
      }
      await drop(page, [
        ...['2022', '2021'].map((year) => ({ name: `${year}.txt`, bytes: readFileSync(new URL(`${year}.txt`, EXAMPLES)) })),
        { name: '扫描件.png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
        { name: '通知.txt', bytes: Buffer.from('关于放假的通知\n全校师生：国庆节放假七天。') },
      ]);
      await page.waitForFunction(() => document.querySelectorAll('.files li.done').length === 4);
      await page.click('.views button >> nth=0');
      await page.waitForSelector('.trends svg');
      await shot('overview');
      await page.click('.views button >> nth=1');
      await page.waitForSelector('.changes');
      await shot('compare');
      await page.locator('.sides').scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${OUTPUT}${look}-sides.png` });
      await page.click('.files .name:has-text("扫描件")');
      await shot('failed');
      await page.click('.files .name:has-text("通知")');
      await opened(page);
      await isPainted(page, 'found', '');
      await shot('other');
      await page.click('.files .name:has-text("2022.txt")');
      await opened(page);
      await page.click('#tab-findings');
      await shot('nothing-found');
    },
    options,
  );
}

onPage('on paper: the text with its marks, then the findings', async (page) => {
  await draft(page);
  await opened(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.toolbar').isVisible(), false);
  assert.equal(await page.locator('.inspector').isVisible(), false);
  assert.match(await page.locator('header.printed').innerText(), /草稿\.txt · \d{4}-\d\d-\d\d · report-model \d/);
  assert.equal(await page.locator('section.printed li').count(), 11);
  const content = await page.locator('.paper button.ref').first().evaluate((node) => getComputedStyle(node, '::before').content);
  assert.match(content, /^"\[/);
  await page.pdf({ path: `${OUTPUT}print.pdf`, format: 'A4' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.screenshot({ path: `${OUTPUT}print.png`, fullPage: true });
});

onPage('the picture of the README', async (page) => {
  await draft(page);
  await opened(page);
  await finding(page, '2,496').locator('.head').click();
  await isPainted(page, 'selected', /./);
  await page.mouse.move(5, 5);
  await page.screenshot({ path: `${OUTPUT}readme.png` });
});
