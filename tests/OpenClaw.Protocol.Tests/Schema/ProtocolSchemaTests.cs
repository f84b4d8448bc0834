using System.Text.Json.Nodes;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Tests.Schema;

public sealed class ProtocolSchemaTests
{
    private static readonly JsonObject Document = ProtocolSchema.ExportAll();

    [Fact]
    public void The_document_describes_frames_methods_and_events()
    {
        Assert.Equal(["request", "response", "event"], Document["frames"]!.AsObject().Select(frame => frame.Key));
        Assert.Equal(MethodCatalog.All.Length, Document["methods"]!.AsObject().Count);
        Assert.Equal(EventCatalog.All.Length, Document["events"]!.AsObject().Count);
    }

    [Fact]
    public void Every_method_with_records_has_a_schema_of_both_directions() =>
        Assert.All(ProtocolContracts.Methods.Keys, name =>
        {
            Assert.NotNull(Document["methods"]![name]!["params"]);
            Assert.NotNull(Document["methods"]![name]!["result"]);
        });

    [Fact]
    public void Attributes_become_keywords()
    {
        var send = Document["methods"]!["chat.send"]!["params"]!;

        Assert.False(send["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(["sessionKey", "message", "idempotencyKey"], send["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        AssertSchema("""{"type":"string","minLength":1,"maxLength":512}""", send["properties"]!["sessionKey"]);
        AssertSchema("""{"type":"integer","minimum":0,"maximum":9007199254740991}""", send["properties"]!["timeoutMs"]);
        AssertSchema("""{"enum":["steer","followup","collect","interrupt"]}""", send["properties"]!["queueMode"]);
        AssertSchema("""{"anyOf":[{"type":"boolean"},{"const":"auto"}]}""", send["properties"]!["fastMode"]);

        var history = Document["methods"]!["chat.history"]!["params"]!["properties"]!;
        AssertSchema(
            """{"type":"array","items":{"type":"string","minLength":1,"maxLength":256},"minItems":1,"maxItems":50}""", history["inputRunIds"]);
    }

    [Fact]
    public void Only_members_that_are_always_written_allow_null()
    {
        var list = Document["methods"]!["sessions.list"]!["result"]!["properties"]!;

        AssertSchema("""{"type":["integer","null"]}""", list["nextOffset"]);
        AssertSchema("""{"type":"boolean"}""", list["hasMore"]);
    }

    [Fact]
    public void The_document_is_the_same_every_time() =>
        Assert.True(JsonNode.DeepEquals(Document, ProtocolSchema.ExportAll()));

    private static void AssertSchema(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
