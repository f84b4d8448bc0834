using Microsoft.AspNetCore.Http;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>Something that goes wrong with one call.</summary>
/// <param name="context">The call.</param>
/// <param name="apply">Does what was asked.</param>
internal delegate Task DiscordFault(HttpContext context, Func<Task> apply);
