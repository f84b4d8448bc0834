using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Commands;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.Lookup;
using OpenClaw.Channels.Discord.Receiving;
using OpenClaw.Channels.Discord.Sending;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Channels.Discord.State;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord;

/// <summary>Puts together what an account consists of.</summary>
internal sealed class AccountParts
{
    private const int LargestAnswer = 10 * 1024 * 1024;

    public AccountParts(
        ChannelAccount account, IPluginScope plugin, DiscordSettings settings, ApiAddress address, string token, Uri? proxy, IdentifyGates gates, AccountHealth health)
    {
        (Scope, Settings, Address, Token, Health) = (account.Scope, settings, address, token, health);
        var clock = Scope.Clock;
        Rest = new RestClient(Client(proxy), address.Root, token, clock);
        // Connections to the gateway are few and stay; they share nothing with calls.
        GatewayHttp = Client(proxy);
        (Api, Messages) = (new DiscordApi(Rest), new MessageApi(Rest));
        Gate = gates.Of(token, clock);
        Servers = new Servers(Api);
        Directs = new DirectChats(Api);
        Memory = new AccountMemory(plugin.StorageDirectory, account.Id.Value, token, clock);
        Interactions = new OpenInteractions(Memory.File("interactions", StateJson.Default.SavedInteractionArray), clock);
        var open = new OpenSends(Path.Combine(plugin.StorageDirectory, "sending"), clock);
        var destination = new Destination(Directs, Servers);
        var bodies = new MessageBody(settings);
        Answers = new AnswerSender(Messages, Interactions, bodies, open);
        Sender = new MessageSender(Messages, destination, bodies, Answers, open);
        Changes = new MessageChanges(Messages, destination, bodies);
        Polls = new PollSender(Messages, destination, open);
        History = new HistoryReader(Messages, destination, Servers, clock);
        Directory = new PeopleAndPlaces(Api, Servers);
    }

    public IPluginScope Scope { get; }

    public DiscordSettings Settings { get; }

    public ApiAddress Address { get; }

    public string Token { get; }

    public AccountHealth Health { get; }

    public RestClient Rest { get; }

    public HttpMessageInvoker GatewayHttp { get; }

    public DiscordApi Api { get; }

    public MessageApi Messages { get; }

    public IdentifyGate Gate { get; }

    public Servers Servers { get; }

    public DirectChats Directs { get; }

    public AccountMemory Memory { get; }

    public OpenInteractions Interactions { get; }

    public AnswerSender Answers { get; }

    public MessageSender Sender { get; }

    public MessageChanges Changes { get; }

    public PollSender Polls { get; }

    public HistoryReader History { get; }

    public PeopleAndPlaces Directory { get; }

    private HttpClient Client(Uri? proxy) => Scope.CreateHttpClient(new PluginHttpSettings
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseBytes = LargestAnswer,
        Proxy = proxy,
    });
}
