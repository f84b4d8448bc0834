using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Schema.Export;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class ConfigSchemaExportTests
{
    [Fact]
    public void A_key_is_described_with_its_range()
    {
        var port = SchemaExport.ToJsonSchema(SchemaLookup.Find("gateway.port")!);
        Assert.Equal("integer", port.GetProperty("type").GetString());
        Assert.Equal((1, 65535), (port.GetProperty("minimum").GetInt32(), port.GetProperty("maximum").GetInt32()));
    }

    [Theory]
    [InlineData("models.providers.*.apiKey")]
    [InlineData("models.providers.openai.models[].id")]
    [InlineData("models/providers/openai/models/0/id")]
    [InlineData("channels.telegram.botToken")]
    public void Keys_that_people_choose_are_found_behind_them(string path) => Assert.NotNull(SchemaLookup.Find(path));

    [Theory]
    [InlineData("gateway.prot")]
    [InlineData("")]
    [InlineData("gateway.port.deeper")]
    public void What_is_no_key_is_not_found(string path) => Assert.Null(SchemaLookup.Find(path));

    [Fact]
    public void Credentials_are_marked()
    {
        Assert.True(SchemaHints.All["gateway.auth.token"].Sensitive);
        Assert.Null(SchemaHints.All["gateway.port"].Sensitive);
        Assert.Equal("Max Concurrent", SchemaHints.All["agents.defaults.maxConcurrent"].Label);
    }

    [Fact]
    public void The_whole_schema_names_every_section() =>
        Assert.Equal(ConfigSchema.Root.Keys.Count, SchemaExport.ToJsonSchema(ConfigSchema.Root).GetProperty("properties").EnumerateObject().Count());

    [Theory]
    [InlineData("gateway.port", ReloadClass.Restart)]
    [InlineData("messages.ackReaction", ReloadClass.None)]
    [InlineData("models.providers.x.apiKey", ReloadClass.Hot)]
    [InlineData("agents.defaults.maxConcurrent", ReloadClass.Restart)]
    [InlineData("plugins.entries.x", ReloadClass.Hot)]
    public void Every_key_has_a_class(string path, object expected) => Assert.Equal((ReloadClass)expected, ReloadClasses.Of(path));
}
