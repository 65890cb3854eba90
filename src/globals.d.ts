/** Version of the page, put in by Vite. */
declare const __APP_VERSION__: string;
