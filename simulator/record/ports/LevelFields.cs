using System.Linq.Expressions;
using System.Reflection;

namespace SwapEdge.Simulator;

/// <summary>
/// The fields of an object of input levels, whatever it has, those of the objects in it too: a new one is recorded
/// without anybody thinking of it.
/// </summary>
internal static class LevelFields<T>
    where T : class
{
    private static readonly ParameterExpression Levels = Expression.Parameter(typeof(T));
    private static readonly ParameterExpression Values = Expression.Parameter(typeof(long[]));

    private static readonly MemberExpression[] Fields =
    [
        .. FieldsOf(typeof(T)).SelectMany(field => IsNumber(field)
            ? [Expression.Field(Levels, field)]
            : field.FieldType.IsArray
                ? []
                : FieldsOf(field.FieldType).Select(inner => Expression.Field(Expression.Field(Levels, field), inner))),
    ];

    /// <summary>Names of levels and numbers.</summary>
    public static IReadOnlyList<string> Numbers { get; } = [.. Fields.Select(field => field.Member.Name)];

    /// <summary>What is read as bytes: a tag.</summary>
    public static IReadOnlyList<FieldInfo> Bytes { get; } =
        [.. FieldsOf(typeof(T)).Where(field => field.FieldType == typeof(byte[]))];

    /// <summary>The numbers of an object, in the order of their names.</summary>
    public static Action<T, long[]> Get { get; } = Compile((field, value) => Expression.Assign(
        value, field.Type == typeof(bool)
            ? Expression.Condition(field, Expression.Constant(1L), Expression.Constant(0L))
            : Expression.Convert(field, typeof(long))));

    /// <summary>The same back.</summary>
    public static Action<T, long[]> Set { get; } = Compile((field, value) => Expression.Assign(
        field, field.Type == typeof(bool)
            ? Expression.NotEqual(value, Expression.Constant(0L))
            : Expression.Convert(value, field.Type)));

    private static FieldInfo[] FieldsOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Instance);

    private static bool IsNumber(FieldInfo field) => field.FieldType.IsPrimitive || field.FieldType.IsEnum;

    private static Action<T, long[]> Compile(Func<MemberExpression, IndexExpression, Expression> make) =>
        Expression.Lambda<Action<T, long[]>>(
            Expression.Block(Fields.Select((field, index) =>
                make(field, Expression.ArrayAccess(Values, Expression.Constant(index))))),
            Levels,
            Values).Compile();
}
