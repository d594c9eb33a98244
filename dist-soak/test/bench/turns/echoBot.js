// The Bot Framework's echo bot, without state, on the same restify and adapter: what a turn costs at least.
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, } from 'botbuilder';
import restify from 'restify';
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
    await context.sendActivity(`Echo: ${context.activity.text}`);
    await next();
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://localhost:${server.address().port}\n`);
});
//# sourceMappingURL=echoBot.js.map