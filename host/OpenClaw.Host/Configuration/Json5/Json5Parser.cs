using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Json5;

/// <summary>Values and their nesting; strings, names and numbers have readers of their own.</summary>
internal sealed class Json5Parser(Json5Cursor cursor)
{
    private readonly Json5StringReader _strings = new(cursor);
    private readonly Json5NameReader _names = new(cursor);
    private readonly Json5NumberReader _numbers = new(cursor);
    private int _depth;

    public ConfigNode ReadDocument()
    {
        cursor.SkipBlanks();
        var root = ReadValue();
        cursor.SkipBlanks();
        return cursor.AtEnd ? root : throw cursor.Unexpected();
    }

    private ConfigNode ReadValue()
    {
        if (cursor.AtEnd)
        {
            throw cursor.Unexpected();
        }

        var start = cursor.Mark();
        switch (cursor.Current)
        {
            case '{':
                return ReadObject(start);
            case '[':
                return ReadArray(start);
            case '"' or '\'':
                var text = _strings.Read();
                return new ConfigString(text, cursor.Since(start));
            case 'n':
                cursor.Expect("null");
                return new ConfigNull(cursor.Since(start));
            case 't':
                cursor.Expect("true");
                return new ConfigBoolean(true, cursor.Since(start));
            case 'f':
                cursor.Expect("false");
                return new ConfigBoolean(false, cursor.Since(start));
            default:
                var number = _numbers.Read();
                return new ConfigNumber(number, cursor.Since(start));
        }
    }

    private ConfigObject ReadObject(SourceSpan start)
    {
        Enter();
        var properties = new List<ConfigProperty>();
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        while (true)
        {
            cursor.SkipBlanks();
            if (TryClose('}'))
            {
                return new ConfigObject(properties, cursor.Since(start));
            }

            var nameStart = cursor.Mark();
            var name = _names.Read(_strings);
            var nameSpan = cursor.Since(nameStart);
            if (!seen.TryAdd(name, nameSpan))
            {
                var first = seen[name];
                throw Json5Cursor.FailAt(nameSpan, $"duplicate key \"{name}\" (first at {first.Line}:{first.Column})");
            }

            cursor.SkipBlanks();
            cursor.Expect(":");
            cursor.SkipBlanks();
            properties.Add(new ConfigProperty(name, ReadValue(), nameSpan));
            Separate('}');
        }
    }

    private ConfigArray ReadArray(SourceSpan start)
    {
        Enter();
        var items = new List<ConfigNode>();
        while (true)
        {
            cursor.SkipBlanks();
            if (TryClose(']'))
            {
                return new ConfigArray(items, cursor.Since(start));
            }

            items.Add(ReadValue());
            Separate(']');
        }
    }

    private void Enter()
    {
        if (++_depth > Json5Limits.MaxDepth)
        {
            throw cursor.Fail($"nested deeper than {Json5Limits.MaxDepth} levels");
        }

        cursor.Advance();
    }

    private bool TryClose(char close)
    {
        if (cursor.AtEnd || cursor.Current != close)
        {
            return false;
        }

        cursor.Advance();
        _depth--;
        return true;
    }

    // After a value comes a comma or the end of the container, which the caller's next turn reads.
    private void Separate(char close)
    {
        cursor.SkipBlanks();
        if (!cursor.AtEnd && cursor.Current == ',')
        {
            cursor.Advance();
        }
        else if (cursor.AtEnd || cursor.Current != close)
        {
            throw cursor.Unexpected();
        }
    }
}
