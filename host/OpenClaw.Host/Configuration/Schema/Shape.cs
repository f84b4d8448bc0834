using OpenClaw.Host.Configuration.Binding;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>The vocabulary in which the sections are written down.</summary>
internal static class Shape
{
    public static readonly SchemaNode Any = new AnySchema();

    public static readonly SchemaNode Flag = new BooleanSchema();

    public static readonly SchemaNode Text = new TextSchema();

    public static readonly SchemaNode Credential = new SecretSchema();

    public static readonly SchemaNode Texts = new ListSchema(Text);

    /// <summary>A key that is accepted with any object behind it.</summary>
    public static readonly SchemaNode Open = new MapSchema(Any);

    public static readonly SchemaNode FlagOrAuto = Either("Use true, false or \"auto\".", Flag, OneOf("auto"));

    public static readonly SchemaNode Size = Either("Write a number of bytes or text such as \"100mb\".",
        Number(0), new TextSchema(static text => SizeText.TryParse(text, out _), "Write a size such as \"500mb\" or \"10gb\"."));

    public static readonly SchemaNode Duration = Either("Write text such as \"30m\" or \"24h\".",
        new TextSchema(static text => DurationText.TryParse(text, TimeSpan.FromMinutes(1), out _), "Write a duration such as \"90s\", \"30m\", \"24h\" or \"7d\"."),
        Number(0));

    public static ObjectSchema Object(params (string Key, SchemaNode Schema)[] keys) =>
        new(keys.ToDictionary(static key => key.Key, static key => key.Schema, StringComparer.Ordinal));

    public static SchemaNode Map(SchemaNode item) => new MapSchema(item);

    public static SchemaNode List(SchemaNode item) => new ListSchema(item);

    public static SchemaNode Either(string fix, params SchemaNode[] forms) => new UnionSchema(forms, fix);

    public static SchemaNode Integer(long minimum = 0, long maximum = int.MaxValue) => new NumberSchema(minimum, maximum, integer: true);

    public static SchemaNode Number(double minimum = 0, double maximum = 9_007_199_254_740_991) => new NumberSchema(minimum, maximum, integer: false);

    public static SchemaNode OneOf(params string[] allowed) => new EnumSchema(allowed);

    /// <summary>The members of an enum in their wire spelling.</summary>
    public static SchemaNode OneOf<T>() where T : struct, Enum => new EnumSchema([.. Enum.GetNames<T>().Select(EnumText.Write)]);

    public static SchemaNode FormattedText(Func<string, bool> accepts, string fix) => new TextSchema(accepts, fix);
}
