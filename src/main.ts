import { mount } from 'svelte';
import './ui/look/tokens.css';
import './ui/look/base.css';
import App from './ui/App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app".');
mount(App, { target });
