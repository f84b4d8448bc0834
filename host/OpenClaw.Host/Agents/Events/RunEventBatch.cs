using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Agents.Events;

/// <summary>Events that share one number of their run.</summary>
internal readonly struct RunEventBatch(RunEvents events, long seq)
{
    public bool IsChat => events.IsChat;

    public long Now => events.Now;

    public RunEventBatch Agent<T>(string stream, T data, JsonTypeInfo<T> info, RunEventOptions options = RunEventOptions.None)
    {
        events.Agent(seq, stream, data, info, options);
        return this;
    }

    public RunEventBatch Chat(string state, Func<ChatEvent, ChatEvent> fill, bool inProtocol3 = true)
    {
        events.Chat(seq, fill(events.NewChat(state)), inProtocol3);
        return this;
    }
}
