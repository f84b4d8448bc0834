namespace OpenClaw.Channels;

/// <summary>How a platform counts the length of a text.</summary>
public enum TextUnit
{
    /// <summary>UTF-16 code units, as .NET does.</summary>
    Utf16 = 0,

    /// <summary>Unicode scalar values.</summary>
    Scalars = 1,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8Bytes = 2,
}
