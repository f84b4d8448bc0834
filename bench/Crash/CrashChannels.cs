using OpenClaw.TestKit.Chat;

namespace OpenClaw.Bench.Crash;

/// <summary>A chat program for each channel: one that shows a message once per key, and one that does not look at keys.</summary>
internal sealed class CrashChannels : IAsyncDisposable
{
    private readonly Dictionary<string, FakeChatServer> _servers = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => [.. _servers.Keys];

    public IReadOnlyList<SentText> Shown => [.. _servers.Values.SelectMany(static server => server.Shown)];

    public int ShownCount => _servers.Values.Sum(static server => server.ShownCount);

    public int Unacknowledged => _servers.Values.Sum(static server => server.Unacknowledged);

    public static async Task<CrashChannels> StartAsync(IEnumerable<string> names)
    {
        var channels = new CrashChannels();
        foreach (var name in names)
            channels._servers[name] = await FakeChatServer.StartAsync(knowsKeys: name == CrashPlan.Keyed);
        return channels;
    }

    public string UrlOf(string name) => _servers[name].Url;

    public void Say(int number) => _servers[CrashPlan.ChannelOf(number, Names)].Say(
        $"m{number:000000}", CrashPlan.TextOf(number), sender: CrashPlan.ChatOf(number));

    public void Say(int number, string text, string chat) => _servers[Names[0]].Say($"m{number:000000}", text, sender: chat);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
    }
}
