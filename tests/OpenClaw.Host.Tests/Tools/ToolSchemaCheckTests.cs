using System.Text.Json;
using OpenClaw.Host.Tools;

namespace OpenClaw.Host.Tests.Tools;

public sealed class ToolSchemaCheckTests
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "count": { "type": "integer" },
            "unit": { "enum": ["s", "ms"] },
            "tags": { "type": "array", "items": { "type": ["string", "null"] } },
            "at": { "type": "object", "required": ["x"], "properties": { "x": { "type": "number" } } }
          },
          "required": ["count"],
          "additionalProperties": false
        }
        """;

    [Theory]
    [InlineData("""{"count":1}""")]
    [InlineData("""{"count":1.0,"unit":"ms","tags":["a",null],"at":{"x":0.5,"more":true}}""")]
    public void What_fits_has_no_findings(string arguments) => Assert.Empty(Check(arguments));

    [Theory]
    [InlineData("[]", "root: must be object")]
    [InlineData("{}", "count: must have required properties count")]
    [InlineData("""{"count":1.5}""", "count: must be integer")]
    [InlineData("""{"count":"1"}""", "count: must be integer")]
    [InlineData("""{"count":1,"unit":"h"}""", "unit: must be equal to one of the allowed values")]
    [InlineData("""{"count":1,"tags":["a",2]}""", "tags.1: must be string or null")]
    [InlineData("""{"count":1,"at":{}}""", "at.x: must have required properties x")]
    [InlineData("""{"count":1,"extra":1}""", "extra: must not have additional properties")]
    public void What_does_not_fit_is_named_with_its_path(string arguments, string finding) => Assert.Equal([finding], Check(arguments));

    [Fact]
    public void A_schema_of_nothing_allows_everything() =>
        Assert.Empty(ToolSchemaCheck.Check(JsonElement.Parse("{}"), JsonElement.Parse("""{"any":1}""")));

    private static IReadOnlyList<string> Check(string arguments) => ToolSchemaCheck.Check(JsonElement.Parse(Schema), JsonElement.Parse(arguments));
}
