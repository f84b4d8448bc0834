using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>Telegram, for the suite that every channel passes.</summary>
internal sealed class TelegramFarEnd(FakeTelegram telegram) : ChannelFarEnd
{
    private int _read;

    public override string Settings => TelegramAccounts.SettingsFor(telegram);

    public override Task WriteAsync(string id, string chat, string text)
    {
        telegram.Say(People.Direct(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), text, long.Parse(chat, System.Globalization.CultureInfo.InvariantCulture)));
        return Task.CompletedTask;
    }

    public override async Task<string> NextSentAsync(CancellationToken cancellationToken)
    {
        var shown = await telegram.Chats.UntilAsync(shown => shown.Count > _read);
        return shown[_read++].Text;
    }

    public override ValueTask DisposeAsync() => telegram.DisposeAsync();
}
