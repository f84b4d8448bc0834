using System.Security.Cryptography;
using System.Text.Json;
using OpenClaw.Tools;

namespace Dice;

/// <summary>Rolls dice.</summary>
internal sealed class RollTool : ITool
{
    private const int MaxCount = 100;
    private const int MaxSides = 1_000;

    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "dice_roll",
        Description = "Rolls dice and adds them up. Use it whenever something is left to chance.",
        Parameters = JsonElement.Parse($$"""
            {
              "type": "object",
              "properties": {
                "count": { "type": "integer", "minimum": 1, "maximum": {{MaxCount}}, "description": "How many dice. Default 1." },
                "sides": { "type": "integer", "minimum": 2, "maximum": {{MaxSides}}, "description": "Sides of each. Default 6." }
              },
              "additionalProperties": false
            }
            """),
    };

    public ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Roll(invocation.Arguments));

    // The gateway has held the arguments against the schema's types and names; ranges are the tool's own business.
    private static ToolResult Roll(JsonElement arguments)
    {
        if (!TryRead(arguments, "count", 1, 1, MaxCount, out var count))
            return ToolResult.Failed("invalid_arguments", $"count must be from 1 to {MaxCount}.");
        if (!TryRead(arguments, "sides", 6, 2, MaxSides, out var sides))
            return ToolResult.Failed("invalid_arguments", $"sides must be from 2 to {MaxSides}.");
        int[] rolled = [.. Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetInt32(1, sides + 1))];
        return ToolResult.Text($"{string.Join(" + ", rolled)} = {rolled.Sum()}");
    }

    private static bool TryRead(JsonElement arguments, string name, int standard, int min, int max, out int value)
    {
        value = standard;
        return !arguments.TryGetProperty(name, out var given) || (given.TryGetInt32(out value) && value >= min && value <= max);
    }
}
