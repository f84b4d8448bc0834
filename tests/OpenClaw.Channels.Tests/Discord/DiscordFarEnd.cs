using OpenClaw.Channels.Tests.Discord.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Discord;

/// <summary>Discord, for the suite that every channel passes.</summary>
internal sealed class DiscordFarEnd(FakeDiscord discord) : ChannelFarEnd
{
    private int _read;

    public override string Settings => DiscordAccounts.SettingsFor(discord);

    public override Task WriteAsync(string id, string chat, string text)
    {
        discord.Say(Chats.Direct(id, text, chat));
        return Task.CompletedTask;
    }

    public override async Task<string> NextSentAsync(CancellationToken cancellationToken)
    {
        var shown = await discord.Messages.UntilAsync(shown => shown.Count > _read);
        return shown[_read++].Text;
    }

    public override ValueTask DisposeAsync() => discord.DisposeAsync();
}
