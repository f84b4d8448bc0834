using System.Globalization;
using System.Text;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Tests.Configuration;

/// <summary>Writes a tree in one of the many ways that JSON5 allows, chosen by a seed.</summary>
internal sealed class Json5TestWriter(int seed)
{
    private static readonly string[] Blanks = ["", " ", "\n", "\t", "/* { */", "// ]\n", "\u00A0", "\r\n"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public string Write(ConfigNode node)
    {
        Blank();
        Value(node);
        Blank();
        return _text.ToString();
    }

    private void Value(ConfigNode node)
    {
        switch (node)
        {
            case ConfigObject members:
                List('{', '}', members.Properties, property =>
                {
                    Name(property.Name);
                    Blank();
                    _text.Append(':');
                    Blank();
                    Value(property.Value);
                });
                break;
            case ConfigArray array:
                List('[', ']', array.Items, Value);
                break;
            case ConfigString text:
                Quoted(text.Value);
                break;
            case ConfigNumber number:
                Number(number.Value);
                break;
            case ConfigBoolean flag:
                _text.Append(flag.Value ? "true" : "false");
                break;
            default:
                _text.Append("null");
                break;
        }
    }

    private void List<T>(char open, char close, IReadOnlyList<T> items, Action<T> write)
    {
        _text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            Blank();
            write(items[i]);
            Blank();
            if (i < items.Count - 1 || _random.Next(2) == 0)
            {
                _text.Append(',');
            }
        }

        Blank();
        _text.Append(close);
    }

    private void Name(string name)
    {
        var isPlain = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '$' or '_');
        if (isPlain && _random.Next(2) == 0)
        {
            _text.Append(name);
        }
        else
        {
            Quoted(name);
        }
    }

    private void Quoted(string value)
    {
        var quote = _random.Next(2) == 0 ? '"' : '\'';
        _text.Append(quote);
        foreach (var c in value)
        {
            Character(c, quote);
        }

        _text.Append(quote);
    }

    private void Character(char c, char quote)
    {
        if (_random.Next(20) == 0)
        {
            _text.Append("\\\n");
        }

        if (c < 0x100 && _random.Next(10) == 0)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}");
        }
        else if (c == quote || c is '\\' or '\n' or '\r' || _random.Next(10) == 0)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        else
        {
            _text.Append(c);
        }
    }

    private void Number(double value)
    {
        var isWhole = Math.Floor(value) == value && Math.Abs(value) < int.MaxValue;
        if (isWhole && _random.Next(3) == 0)
        {
            _text.Append(value < 0 ? "-0x" : "0X").Append(((long)Math.Abs(value)).ToString("x", CultureInfo.InvariantCulture));
            return;
        }

        if (!double.IsNegative(value) && _random.Next(3) == 0)
        {
            _text.Append('+');
        }

        _text.Append(value.ToString("R", CultureInfo.InvariantCulture));
        if (isWhole && _random.Next(3) == 0)
        {
            _text.Append('.');
        }
    }

    private void Blank() => _text.Append(Blanks[_random.Next(Blanks.Length)]);
}
