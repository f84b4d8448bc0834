using System.Text.Json;

namespace OpenClaw.Testing;

/// <summary>An event the plugin published.</summary>
/// <param name="Name">Its name as clients see it, <c>plugin.&lt;plugin id&gt;.&lt;name&gt;</c>.</param>
/// <param name="Payload">What it tells.</param>
public sealed record TestEvent(string Name, JsonElement Payload);
