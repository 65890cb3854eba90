import { StandIn } from './server.ts';

// npx tsx e2e/stand-in/main.ts [PORT]: a server to try served models with by hand.
const standIn = await StandIn.start({}, Number(process.argv[2] ?? 8081));
console.log(`A stand-in for a served model at ${standIn.url}, model "stand-in". Ctrl+C ends it.`);
