from markupsafe import Markup
def bars(s, language): return Markup("")
