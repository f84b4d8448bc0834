using Microsoft.AspNetCore.Http;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>What goes wrong with one call. The second argument does what the call would have done.</summary>
internal delegate Task ApiFaultAction(HttpContext context, Func<Task> apply);
