using System.Text.Json;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>Something that happened at Discord.</summary>
/// <param name="Name">What, in Discord's word.</param>
/// <param name="Data">The rest.</param>
/// <param name="Key">Names it among all events of the bot, also when it comes again.</param>
internal sealed record GatewayEvent(string Name, JsonElement Data, string Key);
