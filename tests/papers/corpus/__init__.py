"""draft"""

from .made import Made


def papers() -> list[Made]:
    from .recipes_pdf import recipes as pdf
    from .recipes_text import recipes as text

    return [one.made() for one in (*text(), *pdf())]
