namespace OpenClaw.Protocol.Schema;

/// <summary>The string has at least one character.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NonEmptyAttribute : Attribute;
