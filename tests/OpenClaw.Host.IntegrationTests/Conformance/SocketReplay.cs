using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.IntegrationTests.Gateway;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>Repeats a recording socket by socket: challenge, handshake, frames that are none, upgrades, ends and their reasons.</summary>
internal sealed class SocketReplay(TestGateway gateway, RecordedSockets setting, IReadOnlyList<SocketLine> lines, DifferenceLog log) : IAsyncDisposable
{
    private readonly Dictionary<string, ReplayConnection> _connections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _challenges = new(StringComparer.Ordinal);
    private readonly RecordedProofs _proofs = new(log.Substitutions);
    private readonly Dictionary<(string Connection, string Id), HashSet<int>> _matched = [];
    // Let in where the recorded gateway refused, or the other way round, for a reason that KnownDifferences gives.
    private readonly HashSet<string> _diverged = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Connection, string Label), int> _heard = [];
    private Task _stopping = Task.CompletedTask;

    public async Task RunAsync()
    {
        foreach (var name in lines.Select(static line => line.Connection).Distinct())
        {
            // Those whose handshake was not recorded come in by the shared secret.
            if (!lines.Any(line => line.Connection == name && (line.IsChallenge || line.Upgrade is not null)))
                Start(name, await setting.EnterAsync(gateway));
        }

        foreach (var line in lines)
        {
            if (_diverged.Contains(line.Connection))
                continue;
            if (line.Upgrade is { } upgrade)
                await CompareUpgradeAsync(line.Connection, upgrade);
            else if (line.IsStop)
                _stopping = gateway.StopAsync();
            else if (line.FromClient)
                await SayAsync(line);
            else if (line.IsChallenge)
                await OpenAsync(line);
            else if (line.IsAnswer)
                await CompareAnswerAsync(line);
            else if (line.EventName is not null)
                await CompareEventAsync(line);
            else if (line.Close is { } close)
                await CompareEndAsync(line.Connection, close);
        }

        await _stopping;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
            await connection.DisposeAsync();
    }

    private async Task OpenAsync(SocketLine line)
    {
        var client = await gateway.OpenAsync(headers: setting.HeadersOf(line.Connection, gateway.Port));
        _challenges[line.Connection] = line.Frame!.Value.GetProperty("payload");
        Start(line.Connection, client);
    }

    private void Start(string name, FrameClient client)
    {
        _connections[name] = new ReplayConnection(client);
        _connections[name].Start();
    }

    private async Task SayAsync(SocketLine line)
    {
        var client = _connections[line.Connection].Client;
        if (_connections[line.Connection].End is not null)
            log.Note("close", line.Connection, "/early", "came before the client had said everything");
        else if (line.Close is { } close)
            await client.CloseAsync(close.GetProperty("code").GetInt32());
        else if (line.Raw is { } raw)
            await SayRawAsync(client, raw);
        else if (FrameLabels.Text(line.Frame!.Value, "method") == "connect" && _challenges.TryGetValue(line.Connection, out var challenge)
            && line.Frame.Value.GetProperty("params").TryGetProperty("client", out _))
            await client.SendAsync(_proofs.Translate(line.Frame.Value, challenge, client));
        else
            await client.SendAsync(log.Substitutions.Apply(line.Frame.Value));
    }

    private static async Task SayRawAsync(FrameClient client, string raw)
    {
        const string Binary = "(binary frame) ";
        if (raw.StartsWith(Binary, StringComparison.Ordinal))
            await client.SendFrameAsync(FrameClient.Binary, Encoding.UTF8.GetBytes(raw[Binary.Length..]));
        else if (raw.LastIndexOf("…(", StringComparison.Ordinal) is var cut && cut >= 0 && raw.EndsWith(" chars)", StringComparison.Ordinal))
            await SayLongAsync(client, raw[..cut], int.Parse(raw[(cut + 2)..^" chars)".Length], CultureInfo.InvariantCulture));
        else
            await client.SendAsync(raw);
    }

    // What was cut is padding, and the end of the frame.
    private static async Task SayLongAsync(FrameClient client, string beginning, int length)
    {
        try
        {
            await client.SendAsync($"{beginning}{new string('x', length - beginning.Length - 3)}\"}}}}");
        }
        catch (IOException)
        {
            // The gateway does not wait for the rest of it.
        }
    }

    private async Task CompareUpgradeAsync(string name, JsonElement recorded)
    {
        await using var client = await FrameClient.OpenAsync(gateway.Port, headers: setting.HeadersOf(name, gateway.Port));
        var ours = new JsonObject { ["status"] = client.Status, ["body"] = JsonNode.Parse(client.Body) };
        var before = new JsonObject { ["status"] = recorded.GetProperty("status").GetInt32(), ["body"] = JsonNode.Parse(recorded.GetProperty("body").GetString()!) };
        Assert.Equal(before["status"]!.GetValue<int>(), client.Status);
        log.Compare("upgrade", name, JsonElement.Parse(before.ToJsonString()), JsonElement.Parse(ours.ToJsonString()));
    }

    private async Task CompareAnswerAsync(SocketLine line)
    {
        var connection = _connections[line.Connection];
        var id = FrameLabels.Text(line.Frame!.Value, "id")!;
        var expected = lines.Count(one => one.IsAnswer && one.Connection == line.Connection && FrameLabels.Text(one.Frame!.Value, "id") == id);
        var where = MethodOf(line, id);
        if (!await connection.UntilAsync(frames => frames.Count(frame => IsAnswerTo(frame, id)) >= expected || connection.End is not null))
        {
            log.Note(where, line.Connection, "/", "was not answered");
            return;
        }

        // Requests under one id may be answered in any order.
        var matched = _matched.TryGetValue((line.Connection, id), out var known) ? known : _matched[(line.Connection, id)] = [];
        var candidates = connection.AnswersTo(id).Index().Where(answer => !matched.Contains(answer.Index)).ToList();
        if (candidates.Count == 0)
        {
            log.Note(where, line.Connection, "/", $"was not answered; the connection ended with {connection.End}");
            return;
        }

        var (index, ours) = candidates.FirstOrDefault(answer => log.Matches(where, line.Frame.Value, answer.Item), candidates[0]);
        matched.Add(index);
        log.Compare(where, line.Connection, line.Frame.Value, ours);
        if (where == "connect" && IsOk(line.Frame.Value) != IsOk(ours))
            _diverged.Add(line.Connection);
    }

    private string MethodOf(SocketLine answer, string id) => lines
        .Where(one => one.FromClient && one.Connection == answer.Connection && one.Frame is { } frame && FrameLabels.Text(frame, "id") == id)
        .Select(static one => FrameLabels.Text(one.Frame!.Value, "method")).FirstOrDefault() ?? "frame";

    private async Task CompareEndAsync(string name, JsonElement recorded)
    {
        var code = recorded.GetProperty("code").GetInt32();
        // Without a status: the recorder left.
        if (code == 1005)
            return;
        var connection = _connections[name];
        await connection.UntilAsync(_ => connection.End is not null);
        var before = new JsonObject { ["code"] = $"{code}", ["reason"] = Plain(recorded.GetProperty("reason").GetString()) };
        var ours = new JsonObject { ["code"] = $"{connection.End?.CloseCode}", ["reason"] = Plain(connection.End?.CloseReason) };
        log.Compare("close", name, JsonElement.Parse(before.ToJsonString()), JsonElement.Parse(ours.ToJsonString()));
    }

    // A reason has room for a part of the id only.
    private static string? Plain(string? reason) => reason?.Split(" (requestId: ")[0];

    /// <summary>When the recorded clients went on, they had heard it.</summary>
    private async Task CompareEventAsync(SocketLine line)
    {
        if (FrameLabels.Of(line.Frame!.Value) is not { } label || log.IsJustified(label, "/event") || !_connections.TryGetValue(line.Connection, out var connection))
            return;
        var index = _heard[(line.Connection, label)] = _heard.GetValueOrDefault((line.Connection, label), -1) + 1;
        if (await connection.UntilAsync(frames => connection.End is not null || frames.Count(frame => FrameLabels.Of(frame) == label) > index)
            && connection.Frames.Where(frame => FrameLabels.Of(frame) == label).ElementAtOrDefault(index) is { ValueKind: JsonValueKind.Object } ours)
            log.Compare(label, line.Connection, line.Frame.Value.GetProperty("payload"), ours.GetProperty("payload"), isFrame: false);
        else
            log.Note(label, line.Connection, "/event", "did not come");
    }

    private static bool IsOk(JsonElement answer) => answer.GetProperty("ok").GetBoolean();

    private static bool IsAnswerTo(JsonElement frame, string id) => FrameLabels.Text(frame, "type") == "res" && FrameLabels.Text(frame, "id") == id;
}
