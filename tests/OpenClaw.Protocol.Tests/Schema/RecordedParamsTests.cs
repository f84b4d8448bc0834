using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Schema;
using OpenClaw.Protocol.Tests.Golden;

namespace OpenClaw.Protocol.Tests.Schema;

public sealed class RecordedParamsTests
{
    private static readonly Dictionary<string, ParamsValidator> Validators =
        ProtocolContracts.Methods.ToDictionary(pair => pair.Key, pair => new ParamsValidator(pair.Value.Params));

    [Fact]
    public void Every_recorded_verdict_on_parameters_is_repeated()
    {
        var exchanges = GoldenRecordings.Exchanges.Where(exchange => Validators.ContainsKey(exchange.Method)).ToList();

        Assert.True(exchanges.Count > 150);
        Assert.All(exchanges, exchange =>
        {
            var ours = Judge(exchange);
            var recorded = RecordedVerdict(exchange);
            // Protocol 3 words unions differently; no client reads them.
            Assert.Equal(exchange.Request.IsVersion3 ? recorded is null : recorded, exchange.Request.IsVersion3 ? ours is null : (object?)ours);
        });
    }

    [Fact]
    public void Accepted_parameters_bind_to_their_record_and_back()
    {
        foreach (var exchange in GoldenRecordings.Exchanges.Where(exchange => Validators.ContainsKey(exchange.Method)))
        {
            if (exchange.Request.Frame.TryGetProperty("params", out var parameters) && Judge(exchange) is null)
            {
                JsonTypeInfo contract = ProtocolContracts.Methods[exchange.Method].Params;
                var bound = parameters.Deserialize(contract);
                Assert.Null(JsonComparison.Difference(
                    parameters, JsonSerializer.SerializeToElement(bound, contract), nullIsAbsent: false, exchange.Request.ToString()));
            }
        }
    }

    private static string? Judge(GoldenExchange exchange)
    {
        FrameReader.Read(exchange.Request.Utf8, out var request, out _);
        if (exchange.Method == MethodNames.Connect)
        {
            return ConnectParamsReader.TryRead(request.Params, out _, out var violations) ? null : violations;
        }

        exchange.Request.Frame.TryGetProperty("params", out var parameters);
        return Validators[exchange.Method].Validate(parameters);
    }

    private static string? RecordedVerdict(GoldenExchange exchange)
    {
        var prefix = $"invalid {exchange.Method} params: ";
        var message = exchange.Response.Frame.TryGetProperty("error", out var error) ? error.GetProperty("message").GetString()! : "";
        return message.StartsWith(prefix, StringComparison.Ordinal) && !message.Contains("unknown agent id", StringComparison.Ordinal)
            ? message[prefix.Length..]
            : null;
    }
}
