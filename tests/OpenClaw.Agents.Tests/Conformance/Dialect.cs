using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Tests.Conformance;

/// <summary>One wire format: how a far end that speaks it says the things every format can say.</summary>
internal abstract record Dialect(string Api)
{
    public abstract IPlugin CreatePlugin();

    /// <summary>Pieces of text; without an end where it is to be cut.</summary>
    public abstract string[] Text(params string[] pieces);

    /// <summary>The end of an answer, with 10 tokens of prompt and 4 of answer.</summary>
    public abstract string[] End { get; }

    /// <summary>Calls of tools, each with its arguments as the model wrote them, and the end.</summary>
    public abstract string[] Calls(params (string Name, string Arguments)[] calls);

    public abstract string[] Thought(string text);

    /// <summary>An end at the token limit.</summary>
    public abstract string[] EndAtLimit { get; }

    public abstract string ErrorInStream { get; }

    public abstract string Whole(string text);

    public abstract (int Status, string Body) Overflow { get; }

    public abstract (int Status, string Body) Filter { get; }

    /// <summary>Sends the events as this format frames them.</summary>
    public virtual Func<HttpContext, Task> Send(params string[] events) => Replies.Events(events);

    public virtual Func<HttpContext, Task> SendThenSilence(TaskCompletionSource hungUp, params string[] events) =>
        Replies.EventsThenSilence(hungUp, events);

    public Func<HttpContext, Task> Hello() => Send([.. Text("Hel", "lo"), .. End]);

    public override string ToString() => Api;
}
