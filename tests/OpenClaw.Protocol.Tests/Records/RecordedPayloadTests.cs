using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Schema;
using OpenClaw.Protocol.Tests.Golden;
using static OpenClaw.Protocol.ProtocolJsonContext;

namespace OpenClaw.Protocol.Tests.Records;

public sealed class RecordedPayloadTests
{
    [Fact]
    public void Every_recorded_answer_binds_to_its_record_and_back()
    {
        var answers = GoldenRecordings.Exchanges
            .Where(exchange => IsOurs(exchange) && HasPayload(exchange.Response))
            .ToList();

        Assert.True(answers.Count > 100);
        Assert.All(answers, answer => AssertRoundTrip(answer.Response, ResultOf(answer)));
    }

    [Fact]
    public void Every_recorded_event_binds_to_its_record_and_back()
    {
        var events = GoldenRecordings.ServerFrames
            .Where(entry => entry.Text("event") is { } name && IsOurs(entry, name) && HasPayload(entry))
            .ToList();

        Assert.True(events.Count > 500);
        Assert.All(events, entry => AssertRoundTrip(entry, EventOf(entry)));
    }

    [Fact]
    public void Every_recorded_payload_fits_the_exported_schema()
    {
        var validators = new Dictionary<JsonTypeInfo, ParamsValidator>();
        var payloads = GoldenRecordings.Exchanges
            .Where(exchange => IsOurs(exchange) && HasPayload(exchange.Response))
            .Select(exchange => (Entry: exchange.Response, Contract: ResultOf(exchange)))
            .Concat(GoldenRecordings.ServerFrames
                .Where(entry => entry.Text("event") is { } name && IsOurs(entry, name) && HasPayload(entry))
                .Select(entry => (Entry: entry, Contract: EventOf(entry))));

        Assert.All(payloads, payload =>
        {
            if (!validators.TryGetValue(payload.Contract, out var validator))
            {
                validators[payload.Contract] = validator = new ParamsValidator(payload.Contract);
            }

            var violations = validator.Validate(payload.Entry.Frame.GetProperty("payload"));
            Assert.True(violations is null, $"{payload.Entry}: {violations}");
        });
    }

    private static void AssertRoundTrip(GoldenEntry entry, JsonTypeInfo contract)
    {
        var payload = entry.Frame.GetProperty("payload");
        var bound = payload.Deserialize(contract);
        var written = JsonSerializer.SerializeToElement(bound, contract);
        Assert.Null(JsonComparison.Difference(payload, written, nullIsAbsent: true, $"{entry} "));
    }

    private static JsonTypeInfo ResultOf(GoldenExchange exchange)
    {
        var payload = exchange.Response.Frame.GetProperty("payload");
        return exchange.Method switch
        {
            MethodNames.ChatSend when payload.TryGetProperty("aborted", out _) => Default.ChatAbortResult,
            MethodNames.Agent when payload.GetProperty("status").GetString() is not ("accepted" or "in_flight") => Default.AgentResult,
            _ => ProtocolContracts.Methods[exchange.Method].Results[0],
        };
    }

    private static JsonTypeInfo EventOf(GoldenEntry entry) => entry switch
    {
        { IsVersion3: true } when entry.Text("event") == EventNames.Shutdown => Default.LegacyShutdownEvent,
        _ => ProtocolContracts.Events[entry.Text("event")!],
    };

    private static bool IsOurs(GoldenExchange exchange) =>
        ProtocolContracts.Methods.ContainsKey(exchange.Method) && !IsOfOlderNodes(exchange.Response, exchange.Method);

    private static bool IsOurs(GoldenEntry entry, string name) =>
        ProtocolContracts.Events.ContainsKey(name) && !IsOfOlderNodes(entry, name);

    /// <summary>The older protocol kept a second list of nodes, with requests of another shape.</summary>
    private static bool IsOfOlderNodes(GoldenEntry entry, string name) =>
        entry.IsVersion3 && name.StartsWith("node.pair.", StringComparison.Ordinal);

    /// <summary>False also where the recording put a mark in place of list items.</summary>
    private static bool HasPayload(GoldenEntry entry) =>
        entry.Frame.TryGetProperty("payload", out var payload)
        && payload.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        && !payload.GetRawText().Contains("\"(elided)\":", StringComparison.Ordinal);
}
