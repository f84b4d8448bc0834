using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary>Checks what people choose for a session.</summary>
internal sealed class SessionChoices(ModelSelector models)
{
    /// <summary>What tools may do here: all but the dangerous ones, which stay off.</summary>
    public const string EnforcedPermissionMode = "guarded";

    private const int MaxWord = 64;

    /// <exception cref="RpcException">There is no such model, or it may not be used.</exception>
    public ModelReference Model(string agentId, string text)
    {
        try
        {
            return models.Select(agentId, new RunInput { Message = string.Empty, Model = text });
        }
        catch (RunRefusedException refused)
        {
            throw RpcException.InvalidRequest(refused.Message);
        }
    }

    public static string Thinking(string text) => ThinkingLevels.TryParse(text, out _)
        ? text.Trim().ToLowerInvariant()
        : throw RpcException.InvalidRequest($"invalid thinkingLevel (use {string.Join('|', ThinkingLevels.All)})");

    public static string? Label(RpcCall call, string name, string? text)
    {
        if (text is null)
            return null;
        var label = text.Trim();
        return label.Length > 0 ? label : throw RpcException.InvalidRequest($"invalid {call.Method} params: {name} must not be blank");
    }

    /// <summary>A word or two that mean something to clients only.</summary>
    public static string? Word(RpcCall call, string name, string? text) => text is not { Length: > MaxWord }
        ? text
        : throw RpcException.InvalidRequest($"invalid {call.Method} params: {name} is {text.Length} characters long; {MaxWord} are allowed");
}
