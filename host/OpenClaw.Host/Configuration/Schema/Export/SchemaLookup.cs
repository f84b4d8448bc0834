namespace OpenClaw.Host.Configuration.Schema.Export;

/// <summary>Finds what a dotted key takes. <c>*</c>, <c>[]</c> and a number stand for any key or item.</summary>
internal static class SchemaLookup
{
    private const string AnyKey = "*";

    public static SchemaNode? Find(string path)
    {
        var segments = path.Replace("[]", $".{AnyKey}", StringComparison.Ordinal).Replace('/', '.').Split('.', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0 ? null : segments.Aggregate((SchemaNode?)ConfigSchema.Root, static (node, segment) => node is null ? null : Below(node, segment));
    }

    public static IEnumerable<(string Key, SchemaNode Schema)> Children(SchemaNode node) => node switch
    {
        ObjectSchema members => members.Keys.Select(static pair => (pair.Key, pair.Value)),
        MapSchema { Item: not AnySchema } map => [(AnyKey, map.Item)],
        ListSchema list => [(AnyKey, list.Item)],
        UnionSchema union => union.Forms.SelectMany(Children),
        _ => [],
    };

    private static SchemaNode? Below(SchemaNode node, string segment) => node switch
    {
        ObjectSchema members => members.Keys.GetValueOrDefault(segment),
        MapSchema map => map.Item,
        ListSchema list => segment == AnyKey || int.TryParse(segment, out _) ? list.Item : null,
        UnionSchema union => union.Forms.Select(form => Below(form, segment)).FirstOrDefault(static found => found is not null),
        AnySchema => node,
        _ => null,
    };
}
