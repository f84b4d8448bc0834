using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>Says to a gateway what the clients of a recording said, each time when it has heard what they had heard by then.</summary>
internal sealed class Replay(TestGateway gateway, Recording recording, DifferenceLog log) : IAsyncDisposable
{
    private readonly Dictionary<string, ReplayConnection> _connections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);

    public async Task RunAsync()
    {
        var heard = new List<RecordedLine>();
        var compared = 0;
        foreach (var name in recording.Lines.Where(static line => !line.IsConnect).Select(static line => line.Connection).Distinct())
        {
            // Those whose handshake was recorded come in when it is their turn.
            if (!recording.Lines.Any(line => line.IsConnect && line.Connection == name))
                await ConnectAsync(name, recordedConnect: null);
        }

        foreach (var line in recording.Lines)
        {
            if (line.IsClose)
            {
                compared = await CatchUpAsync(heard, compared);
                await LeaveAsync(line);
                continue;
            }

            if (!line.FromClient)
            {
                heard.Add(line);
                continue;
            }

            compared = await CatchUpAsync(heard, compared);
            await SayAsync(line);
        }

        await CatchUpAsync(heard, compared);
        await CompareEventsAsync(heard);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
            await connection.DisposeAsync();
    }

    /// <summary>What others say after a node has gone is about that; every other end is the end of the recording.</summary>
    private async Task LeaveAsync(RecordedLine line)
    {
        if (!_nodes.Contains(line.Connection) || !recording.Lines.Any(later => later.Number > line.Number && later.IsRequest))
            return;
        await _connections[line.Connection].DisposeAsync();
        foreach (var other in _connections.Where(other => other.Key != line.Connection))
            await other.Value.UntilAsync(static frames => frames.Any(static frame =>
                FrameLabels.Text(frame, "event") == "presence" && frame.GetRawText().Contains("\"disconnect\"", StringComparison.Ordinal)));
    }

    private async Task SayAsync(RecordedLine line)
    {
        if (line.IsConnect)
            await ConnectAsync(line.Connection, line.Frame);
        else
            await _connections[line.Connection].SendAsync(log.Substitutions.Apply(line.Frame));
    }

    private async Task<ReplayConnection> ConnectAsync(string name, JsonElement? recordedConnect)
    {
        var request = JsonNode.Parse(Connects.Request(Connects.TokenAuth, min: recording.Protocol, max: recording.Protocol))!;
        if (recordedConnect is { } connect)
        {
            // The secret and the device of the recording mean nothing here.
            var parameters = JsonNode.Parse(connect.GetProperty("params").GetRawText())!.AsObject();
            if (FrameLabels.Text(connect.GetProperty("params"), "role") == "node")
                return await ConnectNodeAsync(name, connect.GetProperty("params"));
            parameters.Remove("device");
            parameters["auth"] = new JsonObject { ["token"] = TestGateway.Token };
            request["params"] = parameters;
        }
        else if (recording.Lines.Any(line => line.IsEvent && line.Connection == name && FrameLabels.IsToolEvent(line.Frame)))
            request["params"]!["caps"] = new JsonArray("tool-events");

        var (client, _) = await gateway.ConnectAsync(request.ToJsonString());
        var connection = new ReplayConnection(client);
        connection.Start();
        return _connections[name] = connection;
    }

    /// <summary>Nodes have to be devices; ours takes the place of the recorded one.</summary>
    private async Task<ReplayConnection> ConnectNodeAsync(string name, JsonElement recorded)
    {
        var device = new TestDevice();
        log.Substitutions.Learn(recorded.GetProperty("device").GetProperty("id").GetString()!, device.Id);
        var connect = recorded.Deserialize(ProtocolJsonContext.Default.ConnectParams)!.WithToken(TestGateway.Token);
        var (client, _) = await gateway.EnterAsync(device, connect, version: recording.Protocol < 4 ? 2 : 3);
        var connection = new ReplayConnection(client);
        connection.Start();
        _nodes.Add(name);
        return _connections[name] = connection;
    }

    /// <summary>Waits for what the recorded clients had heard, and compares the answers among it.</summary>
    private async Task<int> CatchUpAsync(List<RecordedLine> heard, int compared)
    {
        for (; compared < heard.Count; compared++)
        {
            var line = heard[compared];
            if (!_connections.TryGetValue(line.Connection, out var connection))
                continue;
            if (line.IsAnswer && line.Text("id") is { } id && !id.StartsWith("connect", StringComparison.Ordinal))
                await CompareAnswerAsync(connection, line, id, heard.Take(compared).Count(one => one.IsAnswer && one.Connection == line.Connection && one.Text("id") == id));
            else if (line.Text("event") is "node.invoke.request" or "node.invoke.cancel")
                await CompareInvocationAsync(connection, line, heard.Take(compared).Count(one => one.Connection == line.Connection && one.Text("event") == line.Text("event")));
            else if (FrameLabels.Of(line.Frame) is { } label && IsAwaited(label))
            {
                // How often words come is a matter of speed; everything else is awaited as often as it came.
                var before = FrameLabels.IsRepeated(label) ? 0 : heard.Take(compared).Count(one => one.Connection == line.Connection && FrameLabels.Of(one.Frame) == label);
                await connection.UntilAsync(frames => frames.Count(frame => FrameLabels.Of(frame) == label) > before);
            }
        }

        return compared;
    }

    // What a client waits for before it goes on: the first words of an answer, and its end.
    private static bool IsAwaited(string label) =>
        label is "exec.approval.requested" or "cron finished" || label.StartsWith("chat ", StringComparison.Ordinal) && label.Split(' ')[^1] is "delta" or "final" or "aborted" or "error";

    private async Task CompareAnswerAsync(ReplayConnection connection, RecordedLine line, string id, int index)
    {
        var method = recording.Lines.Last(one => one.IsRequest && one.Connection == line.Connection && one.Text("id") == id && one.Number < line.Number).Text("method")!;
        if (!await connection.UntilAsync(_ => connection.AnswersTo(id).Count > index))
        {
            log.Note(method, id, "/", "was not answered");
            return;
        }

        log.Compare(method, id, Relevant(line.Frame), Relevant(connection.AnswersTo(id)[index]));
    }

    /// <summary>At once, because the node goes on to name the invocation.</summary>
    private async Task CompareInvocationAsync(ReplayConnection connection, RecordedLine line, int index)
    {
        var name = line.Text("event")!;
        if (!await connection.UntilAsync(frames => frames.Count(frame => FrameLabels.Text(frame, "event") == name) > index))
            log.Note(name, "event", "/", "did not come");
        else
            log.Compare(name, "event", line.Frame, connection.Frames.Where(frame => FrameLabels.Text(frame, "event") == name).ElementAt(index));
    }

    private async Task CompareEventsAsync(List<RecordedLine> heard)
    {
        foreach (var (name, connection) in _connections)
        {
            var recorded = heard.Where(line => line.IsEvent && line.Connection == name).Select(static line => line.Frame).ToList();
            foreach (var family in Families())
                await CompareFamilyAsync(connection, recorded, family);
        }
    }

    // Jobs run by themselves; what they tell is compared where the recording made one.
    private IEnumerable<string> Families() =>
        recording.Lines.Any(static line => line.IsRequest && line.Text("method") == "cron.add")
            ? ["chat", "agent", "session", "exec", "talk", "node", "cron"]
            : ["chat", "agent", "session", "exec", "talk", "node"];

    /// <summary>Events of one family keep their order; families may overtake each other by a little.</summary>
    private async Task CompareFamilyAsync(ReplayConnection connection, List<JsonElement> recorded, string family)
    {
        var expected = OrderOf(recorded, family);
        await connection.UntilAsync(frames => HasAll(OrderOf(frames, family)));
        var actual = OrderOf(connection.Frames, family);
        if (!expected.SequenceEqual(actual))
            log.Note(family, "events", "/order", $"\n    {string.Join("\n    ", expected)}\n  became\n    {string.Join("\n    ", actual)}");
        foreach (var label in expected.Distinct().Intersect(actual))
            log.Compare(label, "event", First(recorded, label), First(connection.Frames, label), isFrame: false);

        bool HasAll(List<string> heard) => expected.CountBy(static label => label).All(one => heard.Count(label => label == one.Key) >= one.Value);
    }

    private List<string> OrderOf(IReadOnlyList<JsonElement> frames, string family)
    {
        var order = new List<string>();
        foreach (var frame in frames)
        {
            if (FrameLabels.Of(frame) is not { } label || !label.StartsWith(family, StringComparison.Ordinal) || log.IsJustified(label, "/event"))
                continue;
            if (!FrameLabels.IsRepeated(label) || !order.Contains(label))
                order.Add(label);
        }

        return order;
    }

    private static JsonElement First(IReadOnlyList<JsonElement> frames, string label) =>
        frames.First(frame => FrameLabels.Of(frame) == label).GetProperty("payload");

    // The id and the kind of frame are settled by having found it.
    private static JsonElement Relevant(JsonElement answer)
    {
        var relevant = JsonNode.Parse(answer.GetRawText())!.AsObject();
        relevant.Remove("id");
        return JsonElement.Parse(relevant.ToJsonString());
    }
}
