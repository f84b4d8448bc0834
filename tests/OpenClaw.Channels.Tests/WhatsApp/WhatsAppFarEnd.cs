using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>WhatsApp, for the suite that every channel passes.</summary>
internal sealed class WhatsAppFarEnd : ChannelFarEnd
{
    private readonly FakeWhatsApp _whatsapp = new();
    private int _read;

    public override string Settings => WhatsAppAccounts.SettingsFor(_whatsapp);

    public override Task WriteAsync(string id, string chat, string text) => _whatsapp.SayAsync(WhatsAppPeople.Direct(id, text, chat.TrimStart('+')));

    public override async Task<string> NextSentAsync(CancellationToken cancellationToken)
    {
        var sent = await _whatsapp.UntilSentAsync(sent => sent.Count > _read);
        return sent[_read++].Text;
    }

    public override ValueTask DisposeAsync() => _whatsapp.DisposeAsync();
}
