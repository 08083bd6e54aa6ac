namespace System
{
    [Flags]
    public enum AttributeTargets { Method = 64 }

    public sealed class AttributeUsageAttribute : Attribute
    {
        public extern AttributeUsageAttribute(AttributeTargets validOn);
        public extern bool AllowMultiple { get; set; }
    }
}
