using OpenClaw.Testing;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Sdk.Tests.Conformance;

internal sealed class HttpChatFarEnd(FakeChatServer server) : ChannelFarEnd
{
    private int _read;
    private bool _ended;

    public override string Settings => $$"""{"url":"{{server.Url}}"}""";

    public static async Task<HttpChatFarEnd> StartAsync() => new(await FakeChatServer.StartAsync());

    public override Task WriteAsync(string id, string chat, string text)
    {
        server.Say(id, text, chat: chat);
        return Task.CompletedTask;
    }

    public override async Task<string> NextSentAsync(CancellationToken cancellationToken) => (await server.ShownAsync(_read + 1))[_read++].Text;

    public override async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        await server.DisposeAsync();
    }
}
