import { render } from 'preact';
import './styles/base.css';
import './styles/shell.css';
import './styles/text.css';
import './styles/panels.css';
import './styles/several.css';
import './styles/print.css';
import { start } from './engine.ts';
import { App } from './shell/App.tsx';
import { goOffline } from './shell/update.ts';

render(<App />, document.getElementById('app')!);
void start().then(() => document.documentElement.setAttribute('data-ready', ''));
void goOffline().catch(() => {
  // A private window refuses; the page works all the same.
});
