using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Commands;

/// <summary>Tells Discord in time that a command will be answered, and that a press of a button was heard.</summary>
internal sealed partial class InteractionDesk(DiscordApi api, OpenInteractions open, SlashSettings? settings, ILogger logger)
{
    /// <summary>The flag of a message that one person sees.</summary>
    public const int OnlyForWhoAsked = 64;

    private const int Deferred = 5;
    private const int Heard = 6;
    private const int Choices = 8;
    private const int Autocomplete = 4;

    private bool IsEphemeral => settings?.Ephemeral != false;

    /// <summary>Remembers a command at once: the answer may be ready before Discord was told that it comes, and has to wait for that.</summary>
    /// <returns>What tells Discord; nothing where it waits for nothing.</returns>
    public Func<CancellationToken, Task>? Begin(Interaction interaction)
    {
        if (AnswerTo(interaction) is not { } answer)
            return null;
        if (interaction.Type != Interaction.Command)
            return token => AcknowledgeAsync(interaction, answer, token);
        var told = open.Add(interaction, IsEphemeral);
        return async token =>
        {
            try
            {
                await AcknowledgeAsync(interaction, answer, token);
            }
            finally
            {
                open.Told(interaction.Id, told);
            }
        };
    }

    private async Task AcknowledgeAsync(Interaction interaction, JsonObject answer, CancellationToken cancellationToken)
    {
        try
        {
            await api.AnswerInteractionAsync(interaction.Id, interaction.Token, answer, cancellationToken);
        }
        catch (ApiException error) when (error.Code == ErrorCodes.AlreadyAnswered)
        {
            // Before the session was cut; the event has come again.
        }
        catch (ApiException error)
        {
            open.Close(interaction.Id);
            LogNotAcknowledged(logger, error.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The account stops.
        }
    }

    private JsonObject? AnswerTo(Interaction interaction) => interaction.Type switch
    {
        Interaction.Command => new JsonObject
        {
            ["type"] = Deferred,
            ["data"] = new JsonObject { ["flags"] = IsEphemeral ? OnlyForWhoAsked : 0 },
        },
        Interaction.Component => new JsonObject { ["type"] = Heard },
        Autocomplete => new JsonObject { ["type"] = Choices, ["data"] = new JsonObject { ["choices"] = new JsonArray() } },
        _ => null,
    };

    [LoggerMessage(31, LogLevel.Warning, "Discord could not be told in time that a command will be answered: {Reason}")]
    private static partial void LogNotAcknowledged(ILogger logger, string reason);
}
