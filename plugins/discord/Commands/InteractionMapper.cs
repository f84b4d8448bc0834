using System.Text.Json;
using OpenClaw.Channels.Discord.Receiving;
using OpenClaw.Channels.Discord.Sending;
using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Commands;

/// <summary>Makes of commands and presses what the gateway takes: a command is the text that somebody would have written.</summary>
internal sealed class InteractionMapper(ChatFinder chats, TimeProvider time)
{
    /// <returns>Nothing where nobody is answered to it.</returns>
    public async ValueTask<InboundMessage?> MapAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if ((interaction.Member?.User ?? interaction.User) is not { } person || interaction.ChannelId is not { } channel || TextOf(interaction) is not { } text)
            return null;
        var chat = await chats.FindAsync(channel, interaction.GuildId, interaction.Channel?.Type, person, interaction.Member, cancellationToken);
        return chat is null ? null : new InboundMessage
        {
            MessageId = interaction.Id,
            Chat = chat.Address,
            Sender = People.Of(person, interaction.Member),
            SentAt = time.GetUtcNow(),
            Parts = [new TextPart(text)],
            PlatformData = chat.Data,
            MentionsAccount = true,
        };
    }

    private static string? TextOf(Interaction interaction) => interaction switch
    {
        { Type: Interaction.Command, Data: { Name: { Length: > 0 } name } data } =>
            $"/{name} {string.Join(' ', (data.Options ?? []).Select(static option => option is null ? "" : Written(option.Value)))}".TrimEnd(),
        { Type: Interaction.Component, Data.CustomId: { Length: > 0 } id } when Components.DataOf(id) is { } pressed => $"callback_data: {pressed}",
        _ => null,
    };

    private static string Written(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ToString();
}
