using OpenClaw.Host.Configuration.Json5;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class Json5ReaderTests
{
    [Theory]
    [InlineData("{a:1,}", """{"a":1}""")]
    [InlineData("[1,2,]", "[1,2]")]
    [InlineData("// c\n{/* d */ 'a' : \"b\"}", """{"a":"b"}""")]
    [InlineData("\uFEFF{ $x_1: true, \\u0061b: null, ünï: false }", """{"$x_1":true,"ab":null,"ünï":false}""")]
    [InlineData("[+1, -2, .5, 5., 0x1F, -0xa, 1e3, 2E-1]", "[1,-2,0.5,5,31,-10,1000,0.2]")]
    [InlineData("'a\\\nb\\\r\nc\\x41\\u00e9\\q\\0\\v'", "\"abcA\u00e9q\\u0000\\u000B\"")]
    [InlineData("'it\\'s \"x\"'", "\"it's \\\"x\\\"\"")]
    [InlineData("\u00A0\u2028\u3000[\v\f]", "[]")]
    [InlineData("'\u2028'", "\"\\u2028\"")]
    [InlineData("'\\ud83d\\ude00'", "\"\\ud83d\\ude00\"")]
    public void Everything_that_JSON5_allows_is_read(string text, string json) =>
        Assert.Equal(json, Json5Reader.Read(text).ToJsonElement().GetRawText(), ignoreCase: true);

    [Theory]
    [InlineData("", "invalid end of input at 1:1")]
    [InlineData("{\n", "invalid end of input at 2:1")]
    [InlineData("no", "invalid character 'o' at 1:2")]
    [InlineData("{a 1}", "invalid character '1' at 1:4")]
    [InlineData("{a:1 b:2}", "invalid character 'b' at 1:6")]
    [InlineData("[1,,2]", "invalid character ',' at 1:4")]
    [InlineData("{} x", "invalid character 'x' at 1:4")]
    [InlineData("'a\nb'", "invalid character '\\n' at 1:3")]
    [InlineData("'\\1'", "invalid character '1' at 1:3")]
    [InlineData("010", "invalid character '1' at 1:2")]
    [InlineData("0x", "invalid end of input at 1:3")]
    [InlineData("/* x", "invalid end of input at 1:5")]
    [InlineData("{\"a\":1,\n  a:2}", "duplicate key \"a\" (first at 1:2) at 2:3")]
    [InlineData("[NaN]", "NaN is not a value that a setting can have; write a number at 1:2")]
    [InlineData("-Infinity", "Infinity is not a value that a setting can have; write a number at 1:1")]
    [InlineData("1e999", "the number is too large at 1:1")]
    [InlineData("{\\u0031:1}", "invalid identifier character at 1:2")]
    public void A_mistake_is_named_with_line_and_column(string text, string message) =>
        Assert.Equal($"JSON5: {message}", Assert.Throws<Json5Exception>(() => Json5Reader.Read(text)).Message);

    [Fact]
    public void An_unpaired_surrogate_is_refused() => Assert.Throws<Json5Exception>(() => Json5Reader.Read("'\\ud800'"));

    [Fact]
    public void Nesting_is_limited()
    {
        string Nested(int depth) => new string('[', depth) + new string(']', depth);
        Json5Reader.Read(Nested(Json5Limits.MaxDepth)).ToJsonElement();
        Assert.Contains("nested deeper", Assert.Throws<Json5Exception>(() => Json5Reader.Read(Nested(Json5Limits.MaxDepth + 1))).Message, StringComparison.Ordinal);
        Assert.Throws<Json5Exception>(() => Json5Reader.Read(new string('[', 1_000_000)));
    }

    [Fact]
    public void Size_is_limited()
    {
        Assert.Throws<Json5Exception>(() => Json5Reader.Decode(new byte[Json5Limits.MaxBytes + 1]));
        Assert.Throws<Json5Exception>(() => Json5Reader.Read(new string(' ', Json5Limits.MaxBytes + 1)));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_with_their_line() =>
        Assert.EndsWith("at 2:1", Assert.Throws<Json5Exception>(() => Json5Reader.Decode([(byte)'\n', 0xff])).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_know_where_they_stand()
    {
        const string text = "{\n  gateway: { port: 0x10 },\n}";
        var port = Json5Reader.Read(text).Find("gateway.port")!;
        Assert.Equal("0x10", text[port.Span.Start..port.Span.End]);
        Assert.Equal((2, 20), (port.Span.Line, port.Span.Column));
    }
}
