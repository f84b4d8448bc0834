using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Tools;

namespace OpenClaw.Abstractions.Tests.Tools;

public sealed class ToolCreateTests
{
    private readonly ITool _tool = Tool.Create(
        "lamp_set",
        "Sets the lamp.",
        LampJsonContext.Default.LampArguments,
        static (arguments, invocation, _) => ValueTask.FromResult(ToolResult.Text($"{arguments.Colour} {arguments.Brightness} {arguments.Mode} {invocation.CallId}")),
        ToolRisk.Guarded,
        ToolEffects.Network);

    [Fact]
    public void The_schema_comes_from_the_type()
    {
        var schema = _tool.Descriptor.Parameters;

        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.Equal(["colour"], schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        var properties = schema.GetProperty("properties");
        Assert.Equal(["colour", "brightness", "mode", "rooms"], properties.EnumerateObject().Select(property => property.Name));
        Assert.Equal("string", properties.GetProperty("colour").GetProperty("type").GetString());
        Assert.Equal("A colour by name.", properties.GetProperty("colour").GetProperty("description").GetString());
        Assert.Equal(["Steady", "Blink"], properties.GetProperty("mode").GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void The_descriptor_says_what_was_given()
    {
        Assert.Equal("lamp_set", _tool.Descriptor.Name);
        Assert.Equal("Sets the lamp.", _tool.Descriptor.Description);
        Assert.Equal(ToolRisk.Guarded, _tool.Descriptor.Risk);
        Assert.Equal(ToolEffects.Network, _tool.Descriptor.Effects);
        Assert.Equal("Arguments of the lamp.", _tool.Descriptor.Parameters.GetProperty("description").GetString());
    }

    [Fact]
    public async Task Arguments_reach_the_method_with_their_defaults()
    {
        var result = await InvokeAsync("""{"colour":"red"}""");

        Assert.False(result.IsError);
        Assert.Equal("red 100 Steady call-1", Text(result));
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("""{"colour":"red","brightness":"bright"}""", "$.brightness")]
    [InlineData("""{"colour":"red","mode":"Dance"}""", "$.mode")]
    [InlineData("\"text\"", "$")]
    public async Task Arguments_that_do_not_fit_are_a_result_the_model_can_act_on(string arguments, string place)
    {
        var result = await InvokeAsync(arguments);

        Assert.True(result.IsError);
        Assert.Equal("invalid_arguments", result.ErrorCode);
        Assert.Contains($"lamp_set do not fit its schema at {place}.", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_is_no_object()
    {
        var result = await InvokeAsync("null");

        Assert.Equal("invalid_arguments", result.ErrorCode);
        Assert.Contains("needs an object", Text(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void A_tool_needs_a_name(string? name) => Assert.ThrowsAny<ArgumentException>(
        () => Tool.Create(name!, "x", LampJsonContext.Default.LampArguments, static (_, _, _) => ValueTask.FromResult(ToolResult.Text(""))));

    private static string Text(ToolResult result) => Assert.IsType<TextPart>(Assert.Single(result.Content)).Text;

    private ValueTask<ToolResult> InvokeAsync(string arguments) => _tool.InvokeAsync(
        new ToolInvocation { CallId = "call-1", Arguments = JsonElement.Parse(arguments), Caller = ToolCaller.Agent }, CancellationToken.None);
}
