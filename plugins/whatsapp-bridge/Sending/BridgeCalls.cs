using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Connecting;
using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Sending;

/// <summary>The requests of the bridge that are used, each with its own patience.</summary>
internal sealed class BridgeCalls(AccountLoop loop)
{
    private static readonly TimeSpan Send = TimeSpan.FromSeconds(55);
    private static readonly TimeSpan Upload = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    /// <returns>The id of what was sent.</returns>
    /// <exception cref="BridgeException">It failed.</exception>
    public async Task<string> SendAsync(string op, JsonObject parameters, CancellationToken cancellationToken)
    {
        var result = await loop.AskAsync(op, parameters, op == "sendMedia" ? Upload : Send, cancellationToken);
        return result.ValueKind == JsonValueKind.Object && result.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? text
            : throw BridgeException.Gone($"the bridge answered {op} without an id");
    }

    public Task SignAsync(string op, JsonObject parameters, CancellationToken cancellationToken) => loop.AskAsync(op, parameters, Quick, cancellationToken);

    /// <exception cref="ChannelException">WhatsApp does not say.</exception>
    public async Task<IReadOnlyList<GroupInfo>> GroupsAsync(CancellationToken cancellationToken) =>
        Guard(await GuardAsync("groups", [], cancellationToken), static result => result.Deserialize(BridgeJson.Default.GroupInfoArray)) ?? [];

    /// <exception cref="ChannelException">WhatsApp does not say.</exception>
    public async Task<GroupInfo?> GroupAsync(string jid, CancellationToken cancellationToken) =>
        Guard(await GuardAsync("groupInfo", new JsonObject { ["jid"] = jid }, cancellationToken), static result => result.Deserialize(BridgeJson.Default.GroupInfo));

    private async Task<JsonElement> GuardAsync(string op, JsonObject parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await loop.AskAsync(op, parameters, Send, cancellationToken);
        }
        catch (BridgeException error)
        {
            throw new ChannelException(error.Message);
        }
    }

    private static T? Guard<T>(JsonElement result, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            return read(result);
        }
        catch (JsonException)
        {
            throw new ChannelException("the bridge answered in a way that cannot be read");
        }
    }
}
