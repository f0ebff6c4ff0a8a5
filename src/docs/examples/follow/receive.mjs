// Takes webhooks, and only genuine ones: SECRET=whsec_… node receive.mjs
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.SECRET);
const taken = new Set();

createServer(async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  let event;
  try {
    event = webhook.verify(body, request.headers);
  } catch (forged) {
    response.writeHead(401).end();
    return;
  }
  const id = request.headers['webhook-id'];
  if (!taken.has(id)) {
    console.log(event.timestamp, event.type, JSON.stringify(event.data));
    taken.add(id); // where it outlasts this process
  }
  response.writeHead(204).end();
}).listen(Number(process.env.PORT ?? 9000), () => console.log('ready'));
