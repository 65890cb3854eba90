import { mount } from 'svelte';
import './ui/look/tokens.css';
import './ui/look/base.css';
import App from './ui/App.svelte';
import { model } from './ui/lab.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app".');
void model.load();
mount(App, { target });
