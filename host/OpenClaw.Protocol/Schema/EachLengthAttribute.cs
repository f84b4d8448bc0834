namespace OpenClaw.Protocol.Schema;

/// <summary>Bounds the length of every string in an array.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachLengthAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>Fewest characters.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>Most characters; <see cref="int.MaxValue"/> for no bound.</summary>
    public int Maximum { get; } = maximum;
}
