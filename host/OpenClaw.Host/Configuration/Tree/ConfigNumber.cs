using System.Globalization;

namespace OpenClaw.Host.Configuration.Tree;

/// <summary>A finite number. JSON5 numbers are doubles; hexadecimal and signed forms are already read.</summary>
internal sealed class ConfigNumber(double value, SourceSpan span = default) : ConfigNode(span)
{
    // The largest range in which every integer is a double of its own.
    private const double MaxSafeInteger = 9_007_199_254_740_991;

    public double Value => value;

    public bool IsInteger => Math.Floor(value) == value && Math.Abs(value) <= MaxSafeInteger;

    public override string Kind => "number";

    public override ConfigNode Clone() => this;

    public override bool ContentEquals(ConfigNode? other) => other is ConfigNumber same && same.Value.Equals(value);

    public override string ToString() =>
        IsInteger ? ((long)value).ToString(CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
