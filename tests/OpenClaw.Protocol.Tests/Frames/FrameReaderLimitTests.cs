using System.Text;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Tests.Frames;

public sealed class FrameReaderLimitTests
{
    [Fact]
    public void An_id_of_exactly_the_limit_is_accepted()
    {
        var (status, request, _) = Read(Request(id: Quote(new string('i', GatewayLimits.MaxIdLength))));

        Assert.Equal(FrameReadStatus.Request, status);
        Assert.Equal(GatewayLimits.MaxIdLength, request.Id.Length);
    }

    [Theory]
    [Trait("Threat", "WS-20")]
    [InlineData(513)]
    [InlineData(1_000_000)]
    public void A_longer_id_is_refused(int length)
    {
        var (status, _, invalid) = Read(Request(id: Quote(new string('i', length))));

        Assert.Equal(FrameReadStatus.Invalid, status);
        Assert.Equal("at /id: must NOT have more than 512 characters", invalid!.Violations);
        Assert.Equal(InvalidFrame.UnknownId, invalid.Id);
    }

    [Theory]
    [Trait("Threat", "WS-20")]
    [InlineData("\"\"", "at /id: must NOT have fewer than 1 characters")]
    [InlineData("{}", "at /id: must be string")]
    [InlineData("7", "at /id: must be string")]
    [InlineData("null", "at /id: must be string")]
    public void An_id_that_is_no_text_is_refused(string id, string violation) =>
        Assert.Equal(violation, Read(Request(id: id)).Invalid!.Violations);

    [Fact]
    [Trait("Threat", "WS-17")]
    public void Sixty_four_levels_are_accepted_and_sixty_five_are_not()
    {
        Assert.Equal(FrameReadStatus.Request, Read(Request(parameters: Nested(GatewayLimits.MaxDepth - 1))).Status);

        var (status, _, invalid) = Read(Request(parameters: Nested(GatewayLimits.MaxDepth)));
        Assert.Equal(FrameReadStatus.Invalid, status);
        Assert.Equal("at root: must NOT nest deeper than 64 levels", invalid!.Violations);
        Assert.Equal("1", invalid.Id);
    }

    [Theory]
    [Trait("Threat", "WS-17")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void A_hundred_thousand_brackets_are_refused(string bracket)
    {
        var brackets = string.Concat(Enumerable.Repeat(bracket, 100_000));

        Assert.Equal(FrameReadStatus.Invalid, Read(brackets).Status);
        Assert.Equal(FrameReadStatus.Invalid, Read(Request(parameters: brackets)).Status);
    }

    [Theory]
    [Trait("Threat", "WS-16")]
    [InlineData("id", "\"2\"")]
    [InlineData("method", "\"status\"")]
    [InlineData("type", "\"req\"")]
    [InlineData("params", "{}")]
    public void A_repeated_member_is_refused(string name, string value)
    {
        var frame = $$"""{"type":"req","id":"1","method":"health","params":{},"{{name}}":{{value}}}""";

        var (status, _, invalid) = Read(frame);

        Assert.Equal(FrameReadStatus.Invalid, status);
        Assert.Equal($"at root: duplicate property '{name}'", invalid!.Violations);
    }

    [Theory]
    [Trait("Threat", "WS-19")]
    [InlineData(@"{""a"":""\ud800""}")]
    [InlineData(@"{""a"":""\udc00\ud800""}")]
    [InlineData(@"{""a"":""x\ud83dy""}")]
    [InlineData(@"{""a"":""\u0000""}")]
    [InlineData(@"{""\udfff"":1}")]
    [InlineData(@"[[""deep"",{""x"":[""\ud800""]}]]")]
    public void Text_that_cannot_be_decoded_is_refused_before_anyone_reads_it(string parameters)
    {
        var (status, _, invalid) = Read(Request(parameters: parameters));

        Assert.Equal(FrameReadStatus.Invalid, status);
        Assert.Equal("at /params: must be text without NUL or unpaired surrogate", invalid!.Violations);
        Assert.Equal("1", invalid.Id);
    }

    [Theory]
    [Trait("Threat", "WS-19")]
    [InlineData(@"""\ud83d\ude00""")]
    [InlineData(@"""caf\u00e9 \\u0000 \n""")]
    public void Escapes_that_can_be_decoded_are_accepted(string text) =>
        Assert.Equal(FrameReadStatus.Request, Read(Request(parameters: text)).Status);

    [Theory]
    [Trait("Threat", "WS-19")]
    [InlineData(@"{""type"":""req"",""id"":""\ud800"",""method"":""health""}")]
    [InlineData(@"{""type"":""req"",""id"":""1"",""method"":""\ud800""}")]
    [InlineData(@"{""type"":""\ud800"",""id"":""1"",""method"":""health""}")]
    [InlineData(@"{""\ud800"":1,""type"":""req"",""id"":""1"",""method"":""health""}")]
    public void The_envelope_itself_must_be_decodable(string frame) => Assert.Equal(FrameReadStatus.Invalid, Read(frame).Status);

    [Theory]
    [Trait("Threat", "WS-21")]
    [InlineData("__proto__")]
    [InlineData("constructor")]
    [InlineData("Health")]
    public void A_strange_method_name_is_a_name_nobody_serves(string name)
    {
        var (status, request, _) = Read(Request(method: Quote(name)));

        Assert.Equal(FrameReadStatus.Request, status);
        Assert.False(MethodCatalog.TryGet(request.Method, out _));
        Assert.Equal($"unknown method: {name}", ErrorShape.UnknownMethod(request.Method).Message);
    }

    [Fact]
    [Trait("Threat", "WS-21")]
    public void An_endless_method_name_is_cut()
    {
        var (status, request, _) = Read(Request(method: Quote(new string('m', 1_000_000))));

        Assert.Equal(FrameReadStatus.Request, status);
        Assert.Equal(GatewayLimits.MaxNameLength, request.Method.Length);
        Assert.True(ErrorShape.UnknownMethod(request.Method).Message.Length < 100);
    }

    [Theory]
    [Trait("Threat", "WS-24")]
    [InlineData(128, FrameReadStatus.Request)]
    [InlineData(129, FrameReadStatus.Invalid)]
    public void A_trace_header_has_a_longest_form(int length, FrameReadStatus expected) =>
        Assert.Equal(expected, Read($$"""{"type":"req","id":"1","method":"health","traceparent":"{{new string('t', length)}}"}""").Status);

    [Fact]
    public void Protocol_3_knows_no_trace_header()
    {
        var frame = """{"type":"req","id":"1","method":"health","traceparent":"t"}"""u8.ToArray();

        Assert.Equal(FrameReadStatus.Invalid, FrameReader.Read(frame, out _, out var invalid, ProtocolVersions.V3));
        Assert.Equal("at root: unexpected property 'traceparent'", invalid!.Violations);
    }

    [Theory]
    [Trait("Threat", "WS-02")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("{bad json")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("// comment\n{}")]
    [InlineData("""{"type":"req","id":"1","method":"health",}""")]
    [InlineData("""{"type":"req","id":"1","method":"health","params":{"a":01}}""")]
    public void What_is_not_json_is_told_apart(string text) => Assert.Equal(FrameReadStatus.NotJson, Read(text).Status);

    [Theory]
    [Trait("Threat", "WS-03")]
    [InlineData("null", "must be object")]
    [InlineData("7", "must be object")]
    [InlineData("[{}]", "must be object")]
    [InlineData("\"req\"", "must be object")]
    [InlineData("{}", "must have required property 'type'")]
    [InlineData("""{"type":"nope","id":"1","method":"health"}""", "at /type: must be equal to constant")]
    [InlineData("""{"type":7,"id":"1","method":"health"}""", "at /type: must be equal to constant")]
    [InlineData("""{"type":"req","id":"1","method":7}""", "at /method: must be string")]
    [InlineData("""{"type":"req","id":"1","method":""}""", "at /method: must NOT have fewer than 1 characters")]
    public void Json_that_is_no_request_is_explained(string text, string violation)
    {
        var (status, _, invalid) = Read(text);

        Assert.Equal(FrameReadStatus.Invalid, status);
        Assert.Equal(violation, invalid!.Violations);
    }

    [Fact]
    [Trait("Threat", "WS-15")]
    public void A_thousand_strange_names_do_not_make_a_long_answer()
    {
        var members = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"{new string('n', 300)}{i}\":1"));

        var (status, _, invalid) = Read($$"""{"type":"req","id":"1","method":"health",{{members}}}""");

        Assert.Equal(FrameReadStatus.Invalid, status);
        Assert.True(invalid!.Violations.Length < 2_000);
    }

    [Fact]
    [Trait("Threat", "WS-09")]
    public void Bytes_that_are_not_utf8_are_not_json()
    {
        var frame = Encoding.Latin1.GetBytes("""{"type":"req","id":"1","method":"health","params":{"a":"é"}}""");

        Assert.Equal(FrameReadStatus.NotJson, FrameReader.Read(frame, out _, out _));
    }

    [Theory]
    [InlineData("null", "")]
    [InlineData("{ }", "{ }")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("-1.5e3", "-1.5e3")]
    [InlineData("[1, [2]]", "[1, [2]]")]
    public void Parameters_are_the_raw_text_of_the_value(string value, string expected)
    {
        var (_, request, _) = Read($$"""{"type":"req","params": {{value}} ,"id":"1","method":"health"}""");

        Assert.Equal(expected, Encoding.UTF8.GetString(request.Params.Span));
    }

    private static (FrameReadStatus Status, RequestFrame Request, InvalidFrame? Invalid) Read(string text)
    {
        var status = FrameReader.Read(Encoding.UTF8.GetBytes(text), out var request, out var invalid);
        return (status, request, invalid);
    }

    private static string Request(string id = "\"1\"", string method = "\"health\"", string parameters = "{}") =>
        $$"""{"type":"req","id":{{id}},"method":{{method}},"params":{{parameters}}}""";

    private static string Quote(string text) => $"\"{text}\"";

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}
