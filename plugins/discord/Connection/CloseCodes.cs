using System.Globalization;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>What Discord means by the number with which it hangs up.</summary>
internal static class CloseCodes
{
    private const string Portal = "in the Discord developer portal";

    /// <summary>Leaves the session as it is; 1000 and 1001 from here would end it; from Discord they do not.</summary>
    public const int KeepSession = 4000;

    public static ConnectionEnd Of(int? code) => code switch
    {
        4004 => new(EndKind.Fatal, $"Discord does not accept the bot token (close code 4004); set channels.discord.token to the one {Portal}"),
        4010 => new(EndKind.Fatal, "Discord does not accept the number of this connection (close code 4010); update the gateway"),
        4011 => new(EndKind.Reshard, "Discord wants this bot to use more connections (close code 4011); they are made now"),
        4012 => new(EndKind.Fatal, "Discord does not speak version 10 of its gateway any more (close code 4012); update the gateway"),
        4013 => new(EndKind.Fatal, "Discord does not know what the bot asks to be told of (close code 4013); check channels.discord.intents"),
        4014 => new(
            EndKind.Fatal,
            $"Discord does not let this bot be told of what it asks for (close code 4014): enable Message Content Intent {Portal} under Bot, or set channels.discord.intents.messageContent to false"
            + " (the same for guildMembers and presence)"),
        4003 or 4005 or 4007 or 4009 => new(EndKind.Identify, Said(code)),
        _ => new(EndKind.Resume, Said(code)),
    };

    private static string Said(int? code) =>
        code is { } number ? string.Create(CultureInfo.InvariantCulture, $"Discord hung up (close code {number})") : "the connection to Discord was cut";
}
