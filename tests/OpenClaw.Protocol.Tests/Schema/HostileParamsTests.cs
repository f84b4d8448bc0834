using System.Text;
using System.Text.Json;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Schema;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Protocol.Tests.Schema;

public sealed class HostileParamsTests
{
    private static readonly ParamsReader<ChatSendParams> Send = new(ProtocolJsonContext.Default.ChatSendParams);
    private static readonly ParamsReader<ChatHistoryParams> History = new(ProtocolJsonContext.Default.ChatHistoryParams);
    private static readonly ParamsReader<LogsTailParams> Tail = new(ProtocolJsonContext.Default.LogsTailParams);

    [Theory]
    [InlineData("[]", "must be object")]
    [InlineData("7", "must be object")]
    [InlineData("{}", "must have required property 'sessionKey'")]
    [InlineData("""{"sessionKey":"","message":"m","idempotencyKey":"k"}""", "at /sessionKey: must NOT have fewer than 1 characters")]
    [InlineData("""{"sessionKey":"s","message":null,"idempotencyKey":"k"}""", "at /message: must be string")]
    [InlineData("""{"sessionKey":"s","message":"m","idempotencyKey":"k","agentId":null}""", "at /agentId: must be string")]
    [InlineData("""{"sessionKey":"s","message":"m","idempotencyKey":"k","deliver":"yes"}""", "at /deliver: must be boolean")]
    [InlineData("""{"sessionKey":"s","message":"m","idempotencyKey":"k","queueMode":"later"}""", "at /queueMode: must be equal to one of the allowed values")]
    [InlineData("""{"sessionKey":"s","message":"m","idempotencyKey":"k","fastMode":"x"}""", "at /fastMode: must be boolean; at /fastMode: must be equal to constant; at /fastMode: must match a schema in anyOf")]
    [InlineData("""{"sessionKey":"s","message":"m","idempotencyKey":"k","attachments":{}}""", "at /attachments: must be array")]
    [InlineData("""{"sessionKey":"s","message":"m","idempotencyKey":"k","attachments":[{},{"type":1}]}""", "at /attachments/1/type: must be string")]
    [InlineData("""{"sessionKey":"s","message":"m","idempotencyKey":"k","mentions":[{"profileId":"p","start":0,"end":0,"x":1}]}""", "at /mentions/0: unexpected property 'x'; at /mentions/0/end: must be >= 1")]
    [InlineData("""{"sessionKey":"s","message":"m","idempotencyKey":"k","intent":{"kind":"other","version":2,"issuedAtMs":0}}""", "at /intent/kind: must be equal to constant; at /intent/version: must be <= 1")]
    public void Wrong_parameters_are_explained(string json, string expected) => Assert.Equal(expected, Violations(Send, json));

    [Theory]
    [InlineData("""{"fastMode":"auto"}""")]
    [InlineData("""{"fastMode":true}""")]
    [InlineData("""{"expectedLeafEntryId":null}""")]
    [InlineData("""{"expectedPermissionMode":null,"expectedToolOverrides":null}""")]
    [InlineData("""{"attachments":[{"fileName":"a","anything":{"x":[1]}}]}""")]
    [InlineData("""{"toolBindings":{"x":1}}""")]
    public void Odd_but_right_parameters_are_accepted(string members)
    {
        var json = $$"""{"sessionKey":"s","message":"","idempotencyKey":"k",{{members[1..]}}""";

        Assert.True(Send.TryRead(Encoding.UTF8.GetBytes(json), out var value, out var violations), violations);
        var written = JsonSerializer.SerializeToElement(value, ProtocolJsonContext.Default.ChatSendParams);
        Assert.Null(Golden.JsonComparison.Difference(JsonElement.Parse(json), written, nullIsAbsent: false));
    }

    [Theory]
    [Trait("Threat", "WS-18")]
    [InlineData("1e400")]
    [InlineData("-0")]
    [InlineData("9223372036854775808")]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("\"5\"")]
    [InlineData("true")]
    public void What_is_no_plain_whole_number_is_refused(string number) =>
        Assert.Equal("at /limit: must be integer", Violations(Tail, $$"""{"limit":{{number}}}"""));

    [Theory]
    [Trait("Threat", "WS-18")]
    [InlineData("0", "at /limit: must be >= 1")]
    [InlineData("1", null)]
    [InlineData("5000", null)]
    [InlineData("5001", "at /limit: must be <= 5000")]
    [InlineData("-9223372036854775808", "at /limit: must be >= 1")]
    public void Ranges_include_their_ends(string number, string? expected) =>
        Assert.Equal(expected, Violations(Tail, $$"""{"limit":{{number}}}"""));

    [Fact]
    [Trait("Threat", "WS-16")]
    public void A_repeated_member_is_refused_at_every_level()
    {
        Assert.NotNull(Violations(Tail, """{"limit":1,"limit":2}"""));
        Assert.NotNull(Violations(Send, """{"sessionKey":"s","message":"m","idempotencyKey":"k","toolBindings":{"a":{"b":1,"b":2}}}"""));
    }

    [Theory]
    [InlineData(512, null)]
    [InlineData(513, "at /sessionKey: must NOT have more than 512 characters")]
    public void Lengths_count_characters(int length, string? expected)
    {
        foreach (var character in new[] { "a", "é", "😀" })
        {
            var key = string.Concat(Enumerable.Repeat(character, length));
            Assert.Equal(expected, Violations(Send, $$"""{"sessionKey":"{{key}}","message":"m","idempotencyKey":"k"}"""));
        }
    }

    [Theory]
    [InlineData(50, null)]
    [InlineData(51, "at /inputRunIds: must NOT have more than 50 items")]
    [InlineData(0, "at /inputRunIds: must NOT have fewer than 1 items")]
    public void Lists_have_a_size(int count, string? expected)
    {
        var items = string.Join(',', Enumerable.Repeat("\"r\"", count));
        Assert.Equal(expected, Violations(History, $$"""{"sessionKey":"s","inputRunIds":[{{items}}]}"""));
    }

    [Fact]
    [Trait("Threat", "WS-28")]
    public void A_flood_of_strange_fields_makes_a_short_answer()
    {
        var members = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"{new string('f', 500)}{i}\":1"));
        ConnectParamsReader.TryRead(Encoding.UTF8.GetBytes($$"""{{{members}}}"""), out _, out var violations);

        Assert.StartsWith("must have required property 'minProtocol'; at root: unexpected property 'f", violations, StringComparison.Ordinal);
        Assert.True(violations!.Length < 2_500);
    }

    [Fact]
    public void Parameterless_methods_accept_nothing_or_an_empty_object()
    {
        var reader = new ParamsReader<EmptyParams>(ProtocolJsonContext.Default.EmptyParams);

        Assert.Null(Violations(reader, ""));
        Assert.Null(Violations(reader, "{}"));
        Assert.Equal("at root: unexpected property 'x'", Violations(reader, """{"x":1}"""));
    }

    [Fact]
    public void Open_parameters_ignore_what_they_do_not_know()
    {
        var reader = new ParamsReader<HealthParams>(ProtocolJsonContext.Default.HealthParams);

        Assert.True(reader.TryRead("""{"probe":true,"bogus":1}"""u8.ToArray(), out var value, out _));
        Assert.True(value.Probe);
        Assert.Equal("at /probe: must be boolean", Violations(reader, """{"probe":1}"""));
    }

    private static string? Violations<T>(ParamsReader<T> reader, string json)
        where T : class => reader.TryRead(Encoding.UTF8.GetBytes(json), out _, out var violations) ? null : violations;
}
