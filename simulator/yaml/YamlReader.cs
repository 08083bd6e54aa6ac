using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using static System.FormattableString;

namespace SwapEdge.Simulator.Yaml;

/// <summary>The values of a text in YAML. Reads events, so that a place and a doubled key are not lost.</summary>
internal sealed class YamlReader
{
    private const int MostDepth = 24;
    private const int MostPieces = 100_000;

    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly YamlErrors _errors;
    private int _pieces;

    private YamlReader(string text, YamlErrors errors)
    {
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
        _errors = errors;
    }

    /// <summary>The one document; null, with an error, when it is not YAML. Throws nothing.</summary>
    public static YamlPiece? Read(string text, YamlErrors errors)
    {
        YamlReader reader = new(text, errors);
        try
        {
            return reader.Document();
        }
        catch (YamlException problem)
        {
            errors.Add(YamlSyntax.Of(problem, text));
        }
        catch (TooMuchException problem)
        {
            errors.Add(problem.Line, problem.Column, problem.Message);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or FormatException
            or IndexOutOfRangeException or OverflowException)
        {
            // The scanner throws so at a value that a bracket before it has left less indented than it must be.
            errors.Add(YamlSyntax.Lost(reader._scanner.CurrentPosition));
        }

        return null;
    }

    private YamlPiece Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            _errors.Add(1, 1, "is empty");
            return new YamlPiece(YamlKind.Nothing, 1, 1);
        }

        _parser.Consume<DocumentStart>();
        YamlPiece root = Piece(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.TryConsume<StreamEnd>(out _))
        {
            Mark at = _parser.Current!.Start;
            _errors.Add((int)at.Line, (int)at.Column, "a second document; a file holds one");
        }

        return root;
    }

    private YamlPiece Piece(int depth)
    {
        ParsingEvent here = _parser.Current!;
        (int line, int column) = ((int)here.Start.Line, (int)here.Start.Column);
        if (depth > MostDepth || ++_pieces > MostPieces)
        {
            throw new TooMuchException(line, column, depth > MostDepth
                ? Invariant($"is nested deeper than {MostDepth} levels")
                : Invariant($"has more than {MostPieces} values"));
        }

        RefuseReferences(here);
        switch (here)
        {
            case MappingStart:
                return Map(new YamlPiece(YamlKind.Map, line, column), depth);
            case SequenceStart:
                YamlPiece list = new(YamlKind.List, line, column);
                _parser.MoveNext();
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    list.Items.Add(Piece(depth + 1));
                }

                return list;
            case Scalar scalar:
                _parser.MoveNext();
                if (YamlCharacters.WrongIn(scalar.Value) is { } wrong)
                {
                    _errors.Add(line, column, $"the character {wrong} cannot stand in a text");
                }

                return Of(scalar);
            default:
                _parser.MoveNext();
                return new YamlPiece(YamlKind.Refused, line, column);
        }
    }

    private YamlPiece Map(YamlPiece map, int depth)
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        _parser.MoveNext();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            YamlPiece key = Piece(depth + 1);
            YamlPiece value = Piece(depth + 1);
            if (key.Kind is YamlKind.Map or YamlKind.List)
            {
                _errors.Add(key, $"a key is a word, not {key.Describe()}");
            }
            else if (!lines.TryAdd(key.Text, key.Line))
            {
                string twice = Invariant($"is there twice; line {lines[key.Text]} has it already");
                _errors.Add(key, $"{YamlErrors.Quote(key.Text)} {twice}");
            }
            else
            {
                map.Members.Add(new YamlMember(key.Text, key.Line, key.Column, value));
            }
        }

        return map;
    }

    private static YamlPiece Of(Scalar scalar)
    {
        bool isPlain = scalar.Style == ScalarStyle.Plain;
        bool isNothing = isPlain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        return new YamlPiece(
            isNothing ? YamlKind.Nothing : YamlKind.Text, (int)scalar.Start.Line, (int)scalar.Start.Column)
        {
            Text = scalar.Value,
            IsQuoted = !isPlain,
        };
    }

    private void RefuseReferences(ParsingEvent here)
    {
        (int line, int column) = ((int)here.Start.Line, (int)here.Start.Column);
        if (here is AnchorAlias alias)
        {
            string name = YamlErrors.Quote("*" + alias.Value.Value);
            _errors.Add(line, column, $"an alias, {name}; write the value itself");
        }
        else if (here is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            string name = YamlErrors.Quote("&" + anchored.Anchor.Value);
            _errors.Add(line, column, $"an anchor, {name}; write each value where it is needed");
        }
        else if (here is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
        {
            _errors.Add(line, column, $"a tag, {YamlErrors.Quote(tagged.Tag.Value)}; values have no tags here");
        }
    }

    private sealed class TooMuchException(int line, int column, string reason) : Exception(reason)
    {
        public int Line { get; } = line;

        public int Column { get; } = column;
    }
}
