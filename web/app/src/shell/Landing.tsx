// What somebody sees first: what this is, that nothing is sent, three ways to begin.

import { useRef, useState } from 'preact/hooks';
import { addFiles, addText } from '../engine.ts';
import { examples } from '../examples.ts';
import { tr } from '../i18n.ts';
import { FileButtons } from './Toolbar.tsx';

export function Landing() {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <main class="landing" id="text" tabIndex={-1}>
      <h1>{tr('发布之前，先给年度报告做个体检', 'Check the annual report before it is published')}</h1>
      <p class="lead">
        {tr(
          '打开高校信息公开年度报告的草稿，看看缺了什么、哪里自相矛盾、哪些数字合不上。每一条都指到原文。',
          'Open the draft of a university’s annual report on information disclosure and see what is missing, contradictory or does not add up, each finding with its words.',
        )}
      </p>
      <section class="drop">
        <p class="big">{tr('把文件拖到这里', 'Drop files here')}</p>
        <p>{tr('Word、PDF、网页、WPS 另存的 docx、纯文本；可以一次多份', 'Word, PDF, web pages, plain text; many at once')}</p>
        <FileButtons />
      </section>
      <div class="ways">
        <section>
          <h2>{tr('或者粘贴文字', 'Or paste the text')}</h2>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim()) addText(tr('粘贴的文字.txt', 'pasted.txt'), text);
              else field.current?.focus();
            }}
          >
            <label>
              <span class="sr">{tr('报告全文', 'Text of the report')}</span>
              <textarea
                ref={field}
                rows={5}
                placeholder={tr('在此粘贴报告全文', 'Paste the whole report here')}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            </label>
            <button type="submit">{tr('检查', 'Check')}</button>
          </form>
        </section>
        <section>
          <h2>{tr('或者看一个例子', 'Or look at an example')}</h2>
          <ul class="examples">
            {examples.map(({ name, about, text }) => (
              <li>
                <button type="button" onClick={() => addText(name(), text)}>
                  <b>{name()}</b>
                  <span>{about()}</span>
                </button>
              </li>
            ))}
            <li>
              <button type="button" onClick={() => addFiles(examples.map(({ name, text }) => new File([text], name())))}>
                <b>{tr('同一学校的三份', 'Three of one school')}</b>
                <span>{tr('总览、逐年变化、两份对比', 'overview, trends, comparison')}</span>
              </button>
            </li>
          </ul>
        </section>
      </div>
      <Privacy />
    </main>
  );
}

function Privacy() {
  return (
    <details class="privacy">
      <summary>{tr('文件只在本机处理，不上传。如何自己验证？', 'Files stay on this machine. How can I verify that?')}</summary>
      <ul>
        <li>{tr('断开网络再用：页面照常工作。', 'Go offline: the page works as before.')}</li>
        <li>
          {tr(
            '按 F12 打开开发者工具的“网络”一栏：打开文件时没有任何请求带着内容离开。',
            'Open the network tab of the developer tools (F12): no request carries anything away.',
          )}
        </li>
        <li>
          {tr(
            '查看网页源代码里的 Content-Security-Policy：浏览器只许本页连接自己的来源，单文件版一个连接也不许。',
            'Read the Content-Security-Policy in the page’s source: the browser lets it connect to its own origin only, the single-file version to nothing.',
          )}
        </li>
        <li>
          {tr(
            '浏览器里只保存语言、明暗和“忽略”的指纹（不能还原成文字），不保存报告内容。',
            'Kept in the browser: language, theme and the fingerprints of what you dismissed. No words of a report.',
          )}
        </li>
      </ul>
    </details>
  );
}
