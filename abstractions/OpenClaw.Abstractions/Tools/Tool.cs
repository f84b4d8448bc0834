using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Tools;

/// <summary>Makes tools from typed methods.</summary>
public static class Tool
{
    /// <summary>Makes a tool whose schema comes from the type of its arguments.</summary>
    /// <remarks>
    /// Properties marked <c>required</c> are required in the schema. A property with a default value needs <c>set</c>, or must be
    /// a constructor parameter: source-generated contexts reset <c>init</c> properties that are absent from the JSON.
    /// </remarks>
    /// <typeparam name="TArguments">A record of the arguments; <c>[Description]</c> on its properties reaches the model.</typeparam>
    /// <param name="name">The name the model calls.</param>
    /// <param name="description">What it does and when to use it.</param>
    /// <param name="argumentsInfo">From the plugin's own source-generated context, so that nothing of the plugin stays in shared caches.</param>
    /// <param name="invoke">Does the work.</param>
    /// <param name="risk">How dangerous a call can be.</param>
    /// <param name="effects">What a call may touch.</param>
    public static ITool Create<TArguments>(
        string name,
        string description,
        JsonTypeInfo<TArguments> argumentsInfo,
        Func<TArguments, ToolInvocation, CancellationToken, ValueTask<ToolResult>> invoke,
        ToolRisk risk = ToolRisk.Safe,
        ToolEffects effects = ToolEffects.None)
        where TArguments : class
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(description);
        ArgumentNullException.ThrowIfNull(argumentsInfo);
        ArgumentNullException.ThrowIfNull(invoke);
        var descriptor = new ToolDescriptor
        {
            Name = name,
            Description = description,
            Parameters = ToolSchema.Of(argumentsInfo),
            Risk = risk,
            Effects = effects,
        };
        return new DelegateTool<TArguments>(descriptor, argumentsInfo, invoke);
    }
}
